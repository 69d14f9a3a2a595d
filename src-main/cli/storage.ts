import type { RetentionPreview, StorageReport } from '#contract/storage.ts'
import type { Context } from './context.ts'
import { exitCodes } from './exit-codes.ts'
import { byteSize } from './progress.ts'

export interface StorageOptions {
  readonly preview?: boolean
  readonly clean?: boolean
}

/** Tells what the data folder holds; besides, what rules would remove now, or removes what a kill left behind. */
export async function storage(
  { preview, clean }: StorageOptions,
  context: Context,
): Promise<number> {
  const { terminal, json } = context
  await using engine = await context.openEngine(clean ? 'write' : 'read')
  if (clean) {
    const removed = await engine.api['storage.clean']({})
    if (!json)
      terminal.say(`Removed ${counted(removed.count, 'leftover')} of ${byteSize(removed.bytes)}.`)
  }
  const report = await engine.api['storage.describe']({})
  const due = preview ? await engine.api['storage.preview']({ rules: null }) : null
  if (json) terminal.result(JSON.stringify(due ? { ...report, due } : report, null, 2))
  else
    for (const line of [...storageLines(report), ...(due ? previewLines(due) : [])])
      terminal.result(line)
  return exitCodes.done
}

export function storageLines(report: StorageReport): string[] {
  const { bytes, freeBytes, hoursThatFit, oldestMeetingAt, leftovers } = report
  const free =
    freeBytes === null || hoursThatFit === null
      ? 'not told by this disk'
      : `${byteSize(freeBytes)}, about ${Math.floor(hoursThatFit)} hours of meetings`
  const rows: ReadonlyArray<readonly [string, string]> = [
    ['Data', report.dataFolder],
    ['Recordings', `${byteSize(bytes.sound)}, of ${report.meetingsWithSound} meetings`],
    ['Text', `${byteSize(bytes.database)}, of ${report.meetings} meetings`],
    ['Models', byteSize(bytes.models)],
    ['Other', byteSize(bytes.other)],
    ['Free', free],
    ['Oldest', oldestMeetingAt?.slice(0, 10) ?? 'no meeting yet'],
    ...(leftovers.count > 0
      ? [
          [
            'Left over',
            `${byteSize(leftovers.bytes)} of ${counted(leftovers.count, 'leftover')}: rtstt storage --clean`,
          ] as const,
        ]
      : []),
  ]
  return rows.map(([name, value]) => `${name.padEnd(12)}${value}`)
}

const clockWaits =
  'The clock of this computer has leapt ahead. Nothing is removed until RTSTT has seen it on three different days.'

export function previewLines(preview: RetentionPreview): string[] {
  const { sound, meetings, exempt, waitsForClock } = preview
  const named = (what: string, { count, bytes, first }: RetentionPreview['sound']): string[] => [
    `${what.padEnd(30)}${count}, ${byteSize(bytes)}`,
    ...first.map(({ meetingId, startedAt }) => `  ${startedAt.slice(0, 10)}  ${meetingId}`),
    ...(count > first.length ? [`  and ${count - first.length} more`] : []),
  ]
  return [
    ...named('Recordings that rules remove', sound),
    ...named('Meetings that rules remove', meetings),
    `${'Meetings no rule touches'.padEnd(30)}${exempt.length}`,
    ...(waitsForClock ? [clockWaits] : []),
  ]
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}
