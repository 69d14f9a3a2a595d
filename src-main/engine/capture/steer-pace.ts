/** Brings a track back to its true place so slowly that nobody hears it: the pace changes, never the place at once. */

/** An error of place is worked off in about this time... */
const RETURN_MS = 20_000
/** ...with the pace at most this much off the device's own... */
const FURTHEST = 500e-6
/** ...and changing by at most this much in a second: a tone bends by a thirtieth of a cent. */
const BEND = 20e-6

/** The pace for the next `spanMs`; `behindMs` is how much of the device's sound should have been used already. */
export function steerPace(
  pace: number,
  devicePace: number,
  { behindMs, spanMs }: { readonly behindMs: number; readonly spanMs: number },
): number {
  const wanted = devicePace + clamp(behindMs / RETURN_MS, FURTHEST)
  return pace + clamp(wanted - pace, (BEND * spanMs) / 1000)
}

function clamp(value: number, limit: number): number {
  return Math.min(Math.max(value, -limit), limit)
}
