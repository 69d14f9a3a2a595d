/** Kills whatever writes, copies, repairs or replaces the database, and starts again. */
import { fork } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { backupFolder } from '#engine/store/backup/backup-folder.node.ts'
import { versionFile } from '#engine/store/fixtures/store-of-version.sqlite.ts'
import { migrations } from '#engine/store/migrations.ts'
import { readyFolder } from '#engine/store/rescue/ready-folder.ts'
import { breakPages } from '../break-files.ts'
import { type Chance, chance } from '../chance.ts'
import type { Fault } from '../fault.ts'
import {
  type Here,
  key,
  type Model,
  nowMs,
  startAgain,
  type Tried,
  tryingOnCopies,
  unsound,
} from '../harmed-store.ts'
import { pageCosts } from '../page-costs.sqlite.ts'
import { missingFrom, recordsOf } from '../store-records.ts'

const worker = fileURLToPath(new URL('../store-work.program.ts', import.meta.url))

export const fault: Fault = {
  title: 'Killed while the database is written, copied, repaired or replaced',
  run: ({ long, seed, say }) =>
    tryingOnCopies(say, async (model, row) => {
      const random = chance(seed)
      const times = (short: number): number => (long ? short * 12 : short)
      await row('killed while writing, and the log cut off anywhere', times(2), (here) =>
        cutLog(here, random),
      )
      await row('killed while writing', times(3), (here) => killedWriting(here, random))
      for (const what of ['backup', 'repair', 'restore'] as const)
        await row(`killed in a ${what}`, times(2), (here) => killedIn(what, here, model, random))
      await row('killed while an older schema was brought up to date', times(3), (here) =>
        killedMigrating(here, random),
      )
    }),
}

/** What was in the file before its log is kept, and of the rest what comes before the cut, without a hole. */
async function cutLog(here: Here, random: Chance): Promise<Tried> {
  await killedAt('write', here, random.between(200, 900))
  const log = `${here.database}-wal`
  if (existsSync(log)) truncateSync(log, random.between(0, statSync(log).size + 1))
  return startedAfterWriting(here, [])
}

async function killedWriting(here: Here, random: Chance): Promise<Tried> {
  const told = await killedAt('write', here, random.between(100, 1200))
  return startedAfterWriting(
    here,
    told.filter((one) => typeof one === 'number'),
  )
}

/** Each meeting that was told is there in full, and they have no hole. */
function startedAfterWriting(here: Here, told: readonly number[]): Tried {
  const began = performance.now()
  readyFolder(here, nowMs + 1000).lock?.[Symbol.dispose]()
  const { records, twice } = recordsOf(here.database, key)
  const ms = performance.now() - began
  const texts = [...records.keys()].filter((record) => record.startsWith('["segment"'))
  const segmentsOf = (number: number): number =>
    texts.filter((text) => text.includes(`of meeting ${number} `)).length
  const lost = told.reduce((sum, number) => sum + 10 - segmentsOf(number), 0)
  const counts = range(1000, 1600).map(segmentsOf)
  const short = counts.findIndex((count) => count < 10)
  // A quick writer may have written all of them.
  const end = short < 0 ? counts.length : short
  const broken = unsound(here, twice)
  if (counts.slice(end + 1).some((count) => count > 0))
    broken.push('there is a hole in what was written')
  return { ms, lost, broken }
}

async function killedIn(
  what: 'backup' | 'repair' | 'restore',
  here: Here,
  model: Model,
  random: Chance,
): Promise<Tried> {
  const backups = backupFolder({ ...here, key: () => key })
  const [backup] = backups.list()
  let costs: ReadonlyMap<string, number> = new Map()
  if (what === 'repair') {
    const pages = pageCosts(here.database, key)
    costs = pages.costs(breakPages(here, pages.pages, random))
  }
  if (what === 'restore') backups.restore(backup?.id ?? null)
  await killedAt(what === 'backup' ? 'backup' : 'start', here, random.between(0, 400))
  if (what !== 'restore') {
    const tried = startAgain(here, model, { costs, withBackup: true })
    const unreadable = backups.list().filter(({ id }) => !backups.isWhole(id))
    return unreadable.length === 0
      ? tried
      : { ...tried, broken: [...tried.broken, 'a backup that is not whole counts as one'] }
  }
  const restored = startAgain(
    here,
    { ...model, before: model.backedUp },
    { costs, withBackup: true },
  )
  // Whatever was there before can be gone back to.
  const [present] = backups.list()
  backups.restore(present?.id ?? null)
  const { broken, lost } = startAgain(here, model, { costs: new Map(), withBackup: true })
  return { ms: restored.ms, lost: restored.lost + lost, broken: [...restored.broken, ...broken] }
}

async function killedMigrating(here: Here, random: Chance): Promise<Tried> {
  const version = random.between(1, migrations.length)
  for (const suffix of ['', '-wal', '-shm']) rmSync(here.database + suffix, { force: true })
  writeFileSync(here.database, gunzipSync(readFileSync(versionFile(version))))
  const undisturbed = join(here.data, 'undisturbed.sqlite')
  copyFileSync(here.database, undisturbed)
  const plain = { data: here.data, database: here.database, key: null }
  await killedAt('open', plain, random.between(0, 60))
  const began = performance.now()
  readyFolder(plain, nowMs + 1000).lock?.[Symbol.dispose]()
  const { records } = recordsOf(here.database, null)
  const ms = performance.now() - began
  const expected = recordsOf(undisturbed, null).records
  const missing = missingFrom(expected, records)
    .values()
    .reduce((sum, one) => sum + one, 0)
  return { ms, lost: missing, broken: [] }
}

/** Kills a program so many milliseconds after it began; answers with what it had told by then. */
async function killedAt(
  what: 'write' | 'backup' | 'start' | 'open',
  { data, key: its }: { readonly data: string; readonly key: Uint8Array | null },
  afterMs: number,
): Promise<unknown[]> {
  const hex = its === null ? '-' : Buffer.from(its).toString('hex')
  const child = fork(worker, [what, data, hex], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const told: unknown[] = []
  const over = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const begun = new Promise<void>((resolve) => {
    child.on('message', (message) => {
      told.push(message)
      if (message === 'ready') child.send('begin')
      if (message === 'begun') resolve()
    })
  })
  await Promise.race([begun, over])
  await new Promise((resolve) => setTimeout(resolve, afterMs))
  child.kill('SIGKILL')
  await over
  return told
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)
}
