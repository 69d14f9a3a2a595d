/** What the engine has told of backups and of damage since the page is connected; null: nothing yet, it can be asked. */
import type { Backups, Damage } from '#contract/backup.ts'
import type { EngineEvent } from '#contract/events.ts'

export interface Keeping {
  readonly backups: Backups | null
  readonly damage: Damage | null
}

export const untoldKeeping: Keeping = { backups: null, damage: null }

export function applyToKeeping(keeping: Keeping, event: EngineEvent): Keeping {
  switch (event.type) {
    case 'backups.changed': {
      const { type: _, ...backups } = event
      return { ...keeping, backups }
    }
    case 'damage.changed': {
      const { type: _, ...damage } = event
      return { ...keeping, damage }
    }
    default:
      return keeping
  }
}
