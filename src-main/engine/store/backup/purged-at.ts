/** When something was deleted for good last: no backup from before is kept. Noted in the act of deleting. */
import type { Settings } from '../settings.ts'

const setting = 'backups.purgedAt'

export function purgedAtMs(settings: Pick<Settings, 'read'>): number {
  const at = settings.read(setting)
  return typeof at === 'number' ? at : 0
}

export function notePurge(settings: Settings, nowMs: number): void {
  settings.write(setting, Math.max(nowMs, purgedAtMs(settings)))
}
