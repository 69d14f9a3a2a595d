import type { Model } from '#contract/model.ts'

/** Runtimes whose speech models this program can decode with. */
const decodable: readonly string[] = ['whisper.cpp', 'whisper.cpp (parakeet)']

/** Whether this program can decode speech with a model of that runtime. */
export function isDecodable(runtime: string): boolean {
  return decodable.includes(runtime)
}

/**
 * Which speech model is used when none is named: the person's choice while its file is here, else the
 * best real model that is here, else the bundled test model, else none.
 */
export function chooseModel(models: readonly Model[], setting: string | null): Model | null {
  const usable = models.filter(isUsable)
  const chosen = usable.find((model) => model.id === setting)
  if (chosen) return chosen
  const real = usable.filter((model) => model.origin !== 'bundled').toSorted(better)
  return real[0] ?? usable[0] ?? null
}

/**
 * The next smaller real model that is here and knows all languages of `chosen`: what is heard with on a machine that cannot
 * keep up. Null where there is none, or where the size of the chosen one is not known.
 */
export function smallerModel(
  models: readonly Model[],
  chosen: { readonly id: string; readonly languages: readonly string[] },
): Model | null {
  const size = models.find(({ id }) => id === chosen.id)?.sizeBytes ?? 0
  const smaller = models.filter(
    (model) =>
      isUsable(model) &&
      model.origin !== 'bundled' &&
      (model.sizeBytes ?? size) < size &&
      chosen.languages.every((language) => model.languages.includes(language)),
  )
  return smaller.toSorted((a, b) => (b.sizeBytes ?? 0) - (a.sizeBytes ?? 0))[0] ?? null
}

function isUsable({ kind, state, runtime }: Model): boolean {
  return kind === 'speech' && state === 'present' && isDecodable(runtime)
}

/**
 * The distilled turbo model hears nearly as well as the large one at a fraction of the time; otherwise
 * more bytes hear better. Ids settle ties, so that the choice never depends on the order of files.
 */
function better(a: Model, b: Model): number {
  const turbo = Number(isTurbo(b)) - Number(isTurbo(a))
  const size = (b.sizeBytes ?? 0) - (a.sizeBytes ?? 0)
  return turbo || size || (a.id < b.id ? -1 : 1)
}

function isTurbo(model: Model): boolean {
  return model.id.includes('turbo')
}
