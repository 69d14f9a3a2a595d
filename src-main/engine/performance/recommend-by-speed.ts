import type { Model } from '#contract/model.ts'

/**
 * Two sides of a call are heard at once, each looked at several times before it is settled, and the call itself needs
 * the machine too: a model keeps up with room to spare at this many seconds of sound in a second.
 */
const enough = 6

interface Speed {
  readonly modelId: string
  readonly speed: number | null
}

/** The largest real speech model that keeps up on some back end, fits the memory and may be fetched or is here. */
export function recommendBySpeed(
  models: readonly Model[],
  speeds: readonly Speed[],
): string | null {
  const keepsUp = new Set(
    speeds.filter(({ speed }) => speed !== null && speed >= enough).map(({ modelId }) => modelId),
  )
  const fitting = models.filter(
    ({ id, origin, fit, languages, hash }) =>
      keepsUp.has(id) &&
      origin === 'catalog' &&
      fit !== 'too_large' &&
      hash === 'published' &&
      // What will be spoken is not known before.
      !(languages.length === 1 && languages[0] === 'en'),
  )
  const bytes = (model: Model): number => model.sizeBytes ?? 0
  return fitting.toSorted((a, b) => bytes(b) - bytes(a))[0]?.id ?? null
}
