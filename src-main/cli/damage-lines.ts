import type { Damage, Repair } from '#contract/backup.ts'

const found: Readonly<Record<Repair['kind'], string>> = {
  missing: 'was missing or empty',
  not_a_database: 'could not be read at all',
  damaged: 'was damaged',
}

/** What a person must know of damage, a line each; nothing where nothing is wrong. */
export function damageLines({ suspected, repair }: Damage): string[] {
  return [
    ...(suspected
      ? ['The database is damaged. It is repaired when RTSTT starts the next time.']
      : []),
    ...(repair ? repairLines(repair) : []),
  ]
}

function repairLines({
  kind,
  folder,
  counts,
  backupOf,
  fromRecordings,
  uncounted,
}: Repair): string[] {
  const sum = (what: 'kept' | 'rebuilt' | 'fromBackup' | 'lost'): number =>
    counts.reduce((total, row) => total + row[what], 0)
  const lost = counts
    .filter((row) => row.lost > 0)
    .map((row) => `${row.lost} of ${row.table}`)
    .join(', ')
  return [
    `The database ${found[kind]} and has been repaired. Its files are kept as they were in ${folder}`,
    `Entries read from them: ${sum('kept')}, put together again: ${sum('rebuilt')}, from the backup${backupOf === null ? '' : ` of ${backupOf}`}: ${sum('fromBackup')}.`,
    ...(fromRecordings > 0
      ? [
          `Meetings that are here again by their recordings: ${fromRecordings}. Finish them: rtstt meetings list`,
        ]
      : []),
    lost === ''
      ? `Lost: nothing that is known of.${uncounted ? ' More may be missing than can be counted.' : ''}`
      : `Lost: ${lost}.${uncounted ? ' More may be missing than can be counted.' : ''}`,
  ]
}
