import type { Parts } from './parts.ts'
import { afterSeeing, isBelieved, SeenTime } from './retention/believed-time.ts'

const settingKey = 'clock.seen'

/** Whether nothing would be removed just now, because the clock is in doubt. Looks at it and remembers nothing. */
export function isClockDoubted({ clock, keeping }: Pick<Parts, 'clock' | 'keeping'>): boolean {
  const before = SeenTime.safeParse(keeping.store.settings.read(settingKey))
  return !isBelieved(afterSeeing(before.success ? before.data : null, clock.now()))
}

/** The time by which something may be removed by itself; null while the clock is in doubt, and then nothing is. */
export function removalTime({
  clock,
  keeping,
  log,
}: Pick<Parts, 'clock' | 'keeping' | 'log'>): number | null {
  const { settings } = keeping.store
  const before = SeenTime.safeParse(settings.read(settingKey))
  const nowMs = clock.now()
  const seen = afterSeeing(before.success ? before.data : null, nowMs)
  settings.write(settingKey, seen)
  if (isBelieved(seen)) return nowMs
  log.warn('clock.doubted', { days: seen.doubtedDays.length })
  return null
}
