/** What can be asked about backups, and about damage of the database. */
import type { EngineApi } from '#contract/commands.ts'
import { AppError } from '#contract/errors.ts'
import type { EngineEvent } from '#contract/events.ts'
import type { KeptBackups } from './keep-backups.ts'
import type { Parts } from './parts.ts'

type BackupCommand =
  | 'backup.list'
  | 'backup.make'
  | 'backup.restore'
  | 'damage.read'
  | 'damage.dismiss'

export function backupCommands(
  { keeping: { store }, backups, damage }: Pick<Parts, 'keeping' | 'backups' | 'damage'>,
  kept: Pick<KeptBackups, 'make' | 'state'>,
  tell: (event: EngineEvent) => void,
): Pick<EngineApi, BackupCommand> {
  function requireRestorable(id: string): void {
    if (!backups.list().some((backup) => backup.id === id))
      throw new AppError('not_found', 'There is no such backup. List them: rtstt backup list')
    if (!backups.isWhole(id))
      throw new AppError(
        'data_broken',
        'This backup is damaged. Nothing was changed. Choose another one.',
      )
    if (store.meetings.withState('live').length > 0)
      throw new AppError('meeting_busy', 'A meeting is being recorded. Stop it first.')
    if (!damage.isAlone())
      throw new AppError(
        'data_busy',
        'Another RTSTT has this data folder open. Close it, and restore again.',
      )
  }

  return {
    'backup.list': async () => kept.state(),
    async 'backup.make'() {
      requireWritable(store.readOnly)
      return kept.make()
    },
    async 'backup.restore'({ backupId }) {
      requireWritable(store.readOnly)
      if (backupId !== null) requireRestorable(backupId)
      backups.restore(backupId)
      tell({ type: 'backups.changed', ...kept.state() })
      return kept.state()
    },
    'damage.read': async () => damage.state(),
    async 'damage.dismiss'() {
      damage.dismiss()
      tell({ type: 'damage.changed', ...damage.state() })
      return null
    },
  }
}

function requireWritable(readOnly: boolean): void {
  if (readOnly)
    throw new AppError(
      'data_read_only',
      'The data folder is read-only. Allow writing there, or choose another data folder.',
    )
}
