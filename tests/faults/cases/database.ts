/** Breaks the files of the database in every way that a disk or another program can, and starts again. */
import { copyFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fillStore } from '#engine/store/fixtures/filled-store.ts'
import { openStore } from '#engine/store/store.sqlite.ts'
import { breakPages, forgetBackups, overwrite } from '../break-files.ts'
import { chance } from '../chance.ts'
import type { Fault } from '../fault.ts'
import {
  type Here,
  key,
  type Model,
  startAgain,
  type Tried,
  tryingOnCopies,
} from '../harmed-store.ts'
import { pageBytes, pageCosts } from '../page-costs.sqlite.ts'

export const fault: Fault = {
  title: 'The database is broken',
  run: ({ long, seed, say }) =>
    tryingOnCopies(say, async (model, row, scratch) => {
      const random = chance(seed)
      const times = (short: number): number => (long ? short * 12 : short)
      const pages = pageCosts(join(model.folder, 'rtstt.sqlite'), key)
      for (const withBackup of [true, false]) {
        const known = withBackup ? 'a backup of the day before' : 'no backup'
        await row(`pages broken, ${known}`, times(6), (here) => {
          if (!withBackup) forgetBackups(here)
          const harmed = breakPages(here, pages.pages, random)
          return startAgain(here, model, { costs: pages.costs(harmed), withBackup })
        })
      }
      await row('the file cut off anywhere, a backup of the day before', times(3), (here) => {
        const bytes = random.between(0, statSync(here.database).size)
        truncateSync(here.database, bytes)
        const gone = new Set(range(Math.floor(bytes / pageBytes) + 1, pages.pages + 1))
        return startAgain(here, model, { costs: pages.costs(gone), withBackup: true })
      })
      await row('the head of the file overwritten', times(3), (here) => {
        overwrite(here.database, 0, random.between(1, pageBytes), random)
        return startAgain(here, model, { costs: new Map(), withBackup: true })
      })
      await row('the file replaced by rubbish, a backup of the day before', times(2), (here) => {
        writeFileSync(here.database, Buffer.alloc(random.between(1, 200_000), 'rubbish'))
        return startAgain(here, model, { costs: everything, withBackup: true })
      })
      await row('the log of another database beside it', times(2), (here) =>
        foreignLog(here, model, scratch),
      )
    }),
}

const everything: ReadonlyMap<string, number> = new Map(
  ['meeting', 'segment', 'word', 'meeting_note', 'summary', 'insight', 'revision', 'edit'].map(
    (table) => [table, Infinity],
  ),
)

/** A log that is whole, of the database of another folder: SQLite reads it as this one's, and its key opens none of it. */
function foreignLog(here: Here, model: Model, scratch: string): Tried {
  const other = join(scratch, 'other.sqlite')
  const log = join(scratch, 'other.log')
  {
    using store = openStore(other, { key: key.with(0, 12) })
    fillStore(store, { meetings: 1, segments: 30, from: 900 })
    copyFileSync(`${other}-wal`, log)
  }
  for (const path of [other, `${other}-wal`, `${other}-shm`]) rmSync(path, { force: true })
  copyFileSync(log, `${here.database}-wal`)
  return startAgain(here, model, { costs: new Map(), withBackup: true })
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)
}
