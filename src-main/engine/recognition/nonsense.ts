/**
 * Text that no sound would give: a device that calculates wrongly writes one sign over and over. It is a suspicion only, for a model may
 * do the same with music; what it does with a known clip decides.
 */
import type { Decoding } from './recognizer.ts'

/** So few signs may be anything. */
const leastSigns = 8
const leastTokens = 12
const mostLetterlessShare = 0.8
const mostOfOneToken = 0.8
/** What models write for sounds and pauses. */
const forSounds = /^[\s♪♫.…*()[\]-]*$/u

export function isNonsense({ segments }: Pick<Decoding, 'segments'>): boolean {
  const signs = segments.map(({ text }) => text.replaceAll(/\s/gu, '')).join('')
  if (forSounds.test(signs)) return false
  const letterless = signs.replaceAll(/[\p{L}\p{N}\p{M}]/gu, '').length
  if (signs.length >= leastSigns && letterless > signs.length * mostLetterlessShare) return true
  return isOneToken(segments.flatMap(({ tokens }) => tokens.map(({ id }) => id)))
}

function isOneToken(ids: readonly number[]): boolean {
  if (ids.length < leastTokens) return false
  const counts = new Map<number, number>()
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1)
  return Math.max(...counts.values()) >= ids.length * mostOfOneToken
}
