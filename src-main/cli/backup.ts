import type { Backups } from '#contract/backup.ts'
import { AppError } from '#contract/errors.ts'
import { type Context, inputFor } from './context.ts'
import { exitCodes } from './exit-codes.ts'
import { byteSize } from './progress.ts'

/** Lists the backups, the newest first. */
export async function listBackups({ openEngine, terminal, json }: Context): Promise<number> {
  await using engine = await openEngine('read')
  const known = await engine.api['backup.list']({})
  if (json) terminal.result(JSON.stringify(known, null, 2))
  else for (const line of backupLines(known)) terminal.result(line)
  return exitCodes.done
}

export async function makeBackup({ openEngine, terminal, json }: Context): Promise<number> {
  await using engine = await openEngine('write')
  const made = await engine.api['backup.make']({})
  if (json) terminal.result(JSON.stringify(made, null, 2))
  else terminal.result(`${made.id}  ${byteSize(made.bytes)}`)
  return exitCodes.done
}

/** Lets a backup take the place of what is there, by starting the engine once more. */
export async function restoreBackup(named: string, context: Context): Promise<number> {
  const { terminal, json } = context
  const backupId = await wish(named, context)
  await using engine = await context.openEngine('write')
  const known = await engine.api['backup.list']({})
  if (known.restoring !== null)
    throw new AppError(
      'data_busy',
      'Another RTSTT has opened this data folder just now. The backup takes its place when RTSTT starts the next time.',
    )
  if (json) terminal.result(JSON.stringify({ restored: backupId, ...known }, null, 2))
  else
    terminal.result(
      `The backup of ${backupId} is in place. What was there is kept as the newest backup.`,
    )
  return exitCodes.done
}

/** The engine must be gone again before the backup takes its place. */
async function wish(named: string, { openEngine }: Context): Promise<string> {
  await using engine = await openEngine('write')
  const { backups } = await engine.api['backup.list']({})
  const backupId = named === 'last' ? (backups[0]?.id ?? named) : named
  await engine.api['backup.restore'](inputFor('backup.restore', { backupId }))
  return backupId
}

export function backupLines({ folder, backups, restoring, problem }: Backups): string[] {
  return [
    ...backups.map(({ id, bytes }) => `${id}  ${byteSize(bytes)}`),
    ...(backups.length === 0 ? [`There is no backup yet in ${folder}`] : []),
    ...(restoring === null
      ? []
      : [`${restoring} takes its place when RTSTT starts the next time.`]),
    ...(problem === null ? [] : [problem]),
  ]
}
