/** Which language or embedding model is asked when nobody names one. */
import type { Model } from '#contract/model.ts'

type Kind = 'language' | 'embedding'

export type Choice =
  | { readonly chosen: Model }
  /** Why there is none and what to do, for people. */
  | { readonly without: string }

/** `setting`: `best`, `none` or an id, as a person chose it. */
export function chooseLanguageModel(models: readonly Model[], kind: Kind, setting: string): Choice {
  const { noun, key } = words[kind]
  if (setting === 'none')
    return {
      without: `No ${noun} is asked, as chosen. Choose one with: rtstt settings ${key} best`,
    }
  const here = models.filter((model) => canBeAsked(model, kind))
  if (setting !== 'best') return named(here, models, setting, kind)
  const fitting = here.filter(({ fit }) => fit !== 'too_large').toSorted(better)
  const [chosen] = fitting
  if (chosen) return { chosen }
  const [tooLarge] = here
  const first = fetchLine(models, kind)
  if (tooLarge)
    return { without: `${tooLarge.name} needs more memory than this machine has. ${first}` }
  return { without: `No ${noun} is here. ${first}` }
}

function named(here: readonly Model[], all: readonly Model[], id: string, kind: Kind): Choice {
  const { noun, key } = words[kind]
  const chosen = here.find((model) => model.id === id)
  if (chosen) return { chosen }
  const known = all.find((model) => model.id === id)
  const remedy =
    known?.origin === 'catalog' && known.kind === kind
      ? `Fetch it with: rtstt models pull ${id}`
      : `Choose another with: rtstt settings ${key} best`
  return { without: `The chosen ${noun} ${id} is not here. ${remedy}` }
}

/** What to fetch: the recommended one, or where to look. */
function fetchLine(models: readonly Model[], kind: Kind): string {
  const first = models.find((model) => model.kind === kind && model.recommended)
  return first && first.state !== 'present'
    ? `Fetch one with: rtstt models pull ${first.id}`
    : `See what there is with: rtstt models list --kind ${kind}`
}

export function canBeAsked({ kind, state, runtime }: Model, wanted: Kind): boolean {
  return kind === wanted && state === 'present' && runtime === 'llama.cpp'
}

/** What a person should begin with here, then what fits with room to spare, then the larger one. */
function better(a: Model, b: Model): number {
  return (
    Number(b.recommended) - Number(a.recommended) ||
    Number(b.fit === 'good') - Number(a.fit === 'good') ||
    (b.sizeBytes ?? 0) - (a.sizeBytes ?? 0) ||
    (a.id < b.id ? -1 : 1)
  )
}

const words = {
  language: { noun: 'language model', key: 'languageModel' },
  embedding: { noun: 'embedding model', key: 'embeddingModel' },
} as const
