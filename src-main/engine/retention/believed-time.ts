/**
 * Whether the clock may decide what is removed. A clock that leaps, because a battery is empty or somebody typed a year wrong, must
 * not make everything old at once: a leap ahead is believed once the clock has been seen on three different days since. A clock that
 * was put back makes everything younger, which removes nothing.
 */
import { z } from 'zod'

export const SeenTime = z.object({
  /** When the clock was last looked at, by itself. */
  seenMs: z.number(),
  /** The days on which it was seen since it leapt, in days since 1970; empty while it is believed. */
  doubtedDays: z.array(z.number()),
})
export type SeenTime = Readonly<z.infer<typeof SeenTime>>

const dayMs = 24 * 60 * 60_000
/** Who starts the program once a week is believed; what is removed is at most so many days too young. */
const leapDays = 8
const daysUntilBelieved = 3
/** Who starts the program once a month leaps every time, and each is one of those days; more is another leap. */
const anotherLeapDays = 100

/** `before`: null where it was never looked at. */
export function afterSeeing(before: SeenTime | null, nowMs: number): SeenTime {
  if (before === null || nowMs < before.seenMs) return { seenMs: nowMs, doubtedDays: [] }
  const { doubtedDays, seenMs } = before
  const goneDays = (nowMs - seenMs) / dayMs
  if (goneDays <= leapDays && doubtedDays.length === 0) return { seenMs: nowMs, doubtedDays }
  const since = goneDays > anotherLeapDays ? [] : doubtedDays
  const days = [...new Set([...since, Math.floor(nowMs / dayMs)])]
  return { seenMs: nowMs, doubtedDays: days.length >= daysUntilBelieved ? [] : days }
}

export function isBelieved({ doubtedDays }: SeenTime): boolean {
  return doubtedDays.length === 0
}
