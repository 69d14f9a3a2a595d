/**
 * Which model of each kind to begin with on a machine.
 *
 * The largest that memory and speed allow, among those of the best sort: what follows instructions before what thinks
 * at length, what anybody may use before what has terms of its own, what can be checked before what cannot.
 */
import type { Model } from '#contract/model.ts'
import { isDecodable } from './choose-model.ts'
import { fitOf, type Machine } from './machine.ts'

export interface Candidate {
  readonly model: Model
  /** Thinks before it answers, which costs minutes on a processor. */
  readonly thinks: boolean
}

/** What is computed in bearable time, by the bytes that each token or each look has to pass through. */
interface Reach {
  readonly speech: number
  readonly language: number
  readonly embedding: number
}

const reachOfGpu: Reach = { speech: 1.7e9, language: 6e9, embedding: 1e9 }
const reachOfStrong: Reach = { speech: 600e6, language: 2.6e9, embedding: 1e9 }
const reachOfPlain: Reach = { speech: 200e6, language: 2.6e9, embedding: 1e9 }
const reachOfWeak: Reach = { speech: 150e6, language: 1.5e9, embedding: 1e9 }

const kinds = ['speech', 'language', 'embedding'] as const
type Kind = (typeof kinds)[number]

/** Ids of the recommended models, at most one for each kind. Depends on all memory, not on what is free just now. */
export function recommendModels(candidates: readonly Candidate[], machine: Machine): Set<string> {
  const quiet = { ...machine, freeBytes: machine.totalBytes }
  const best = kinds.map((kind) => recommended(kind, candidates, quiet))
  return new Set(best.flatMap((model) => (model ? [model.id] : [])))
}

function recommended(kind: Kind, all: readonly Candidate[], machine: Machine): Model | null {
  const limit = reachOf(machine)[kind]
  const usable = all.filter(
    ({ model }) =>
      model.kind === kind &&
      model.origin === 'catalog' &&
      runsHere(model) &&
      knowsLanguages(model, machine) &&
      (model.sizeBytes ?? Infinity) <= limit,
  )
  const fitting = (fit: Model['fit']): Candidate[] =>
    usable.filter(({ model }) => fitOf(model.memoryBytes, machine) === fit)
  const good = fitting('good')
  return (good.length > 0 ? good : fitting('tight')).toSorted(better)[0]?.model ?? null
}

function reachOf({ gpu, cores }: Machine): Reach {
  if (gpu) return reachOfGpu
  if (cores >= 8) return reachOfStrong
  return cores > 4 ? reachOfPlain : reachOfWeak
}

function runsHere({ kind, runtime }: Model): boolean {
  return kind === 'speech' ? isDecodable(runtime) : runtime === 'llama.cpp'
}

/** Models whose makers give no list know many. */
function knowsLanguages({ kind, languages: known }: Model, { languages }: Machine): boolean {
  const onlyEnglish = known.length === 1 && known[0] === 'en'
  // What will be spoken, and heard, is not known before.
  return !onlyEnglish || (kind !== 'speech' && languages.every((language) => language === 'en'))
}

function better(a: Candidate, b: Candidate): number {
  return rank(b) - rank(a) || bytes(b) - bytes(a) || (a.model.id < b.model.id ? -1 : 1)
}

function rank({ model, thinks }: Candidate): number {
  const follows = model.kind !== 'language' ? 2 : thinks ? 0 : isInstruct(model) ? 2 : 1
  return 4 * follows + 2 * Number(isOpen(model)) + Number(model.hash === 'published')
}

/** As its makers name it. */
function isInstruct({ id }: Model): boolean {
  return /(^|-)(instruct|it)(-|$)/.test(id)
}

function isOpen({ licence }: Model): boolean {
  return licence === 'mit' || licence === 'apache-2.0'
}

function bytes({ model }: Candidate): number {
  return model.sizeBytes ?? 0
}
