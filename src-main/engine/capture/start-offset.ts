/** Where the time of a meeting begins: with the first sample of the track that was heard first. Pure. */

/** So long the first track waits for the second. */
const SECOND_MS = 300
/** So long all of them wait for any sound: an output may send nothing for ever. */
const ANY_MS = 2000

export interface Starting {
  /** When listening began. */
  readonly beganMs: number
  readonly nowMs: number
  readonly tracks: ReadonlyArray<{
    /** When its first sample was heard; null while none has come. */
    readonly firstMs: number | null
    /** Its device is open, and its first sample may come any moment. */
    readonly waiting: boolean
  }>
}

/** Steady milliseconds; null while it is worth waiting. */
export function originOf({ beganMs, nowMs, tracks }: Starting): number | null {
  const firsts = tracks.flatMap(({ firstMs }) => (firstMs === null ? [] : [firstMs]))
  const expected = tracks.filter(({ firstMs, waiting }) => firstMs === null && waiting)
  const patience = firsts.length > 0 ? SECOND_MS : ANY_MS
  if (expected.length > 0 && nowMs - beganMs < patience) return null
  // What was in the rings before anybody listened belongs to the meeting: first words are not cut off.
  return firsts.length > 0 ? Math.min(...firsts) : beganMs
}
