/** Breaks the database in every way that a disk, a kill or another program can, and starts again. */
import { fork } from 'node:child_process'
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { backupFolder } from '#engine/store/backup/backup-folder.node.ts'
import { filledStore, fillStore } from '#engine/store/fixtures/filled-store.ts'
import { versionFile } from '#engine/store/fixtures/store-of-version.sqlite.ts'
import { migrations } from '#engine/store/migrations.ts'
import { openForCopying } from '#engine/store/open-database.sqlite.ts'
import { readyFolder } from '#engine/store/rescue/ready-folder.ts'
import { openStore } from '#engine/store/store.sqlite.ts'
import { type Chance, chance } from '../chance.ts'
import type { Fault, Row, Trial } from '../fault.ts'
import { pageBytes, pageCosts } from '../page-costs.sqlite.ts'
import { missingFrom, recordsOf, type Records } from '../store-records.ts'

const worker = fileURLToPath(new URL('../store-work.program.ts', import.meta.url))
const key = new Uint8Array(32).fill(11)
const nowMs = Date.parse('2026-03-05T10:00:00.000Z')
/** Whatever happens to the database: recovery of anything takes no longer than the issue of reliability promises. */
const promisedMs = 30_000

interface Here {
  readonly data: string
  readonly database: string
  readonly key: Uint8Array
}

/** A filled folder with a backup, and text that is newer than it; copied for each try. */
interface Model {
  readonly folder: string
  readonly before: Records
  readonly backedUp: Records
}

/** What one try came to. */
interface Tried {
  readonly ms: number
  /** Records that are gone though nothing that was harmed held them. */
  readonly lost: number
  readonly broken: readonly string[]
}

export const fault: Fault = {
  title: 'The database is broken',
  async run(trial) {
    const scratch = mkdtempSync(join(tmpdir(), 'rtstt-faults-database-'))
    try {
      return await rowsIn(scratch, trial)
    } finally {
      rmSync(scratch, { recursive: true, force: true, maxRetries: 5 })
    }
  },
}

async function rowsIn(scratch: string, { long, seed, say }: Trial): Promise<Row[]> {
  const random = chance(seed)
  const model = await makeModel(join(scratch, 'model'))
  const times = (short: number): number => (long ? short * 12 : short)
  const rows: Row[] = []
  async function row(
    fault: string,
    tries: number,
    attempt: (here: Here) => Promise<Tried> | Tried,
  ) {
    const tried: Tried[] = []
    for (let round = 0; round < tries; round += 1) {
      const data = join(scratch, `${rows.length}-${round}`)
      cpSync(model.folder, data, { recursive: true })
      try {
        tried.push(await attempt({ data, database: join(data, 'rtstt.sqlite'), key }))
      } finally {
        rmSync(data, { recursive: true, force: true, maxRetries: 5 })
      }
    }
    rows.push(summed(fault, tried))
    say(`${fault}: ${tries}`)
  }

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
  await row('killed while writing, and the log cut off anywhere', times(2), (here) =>
    cutLog(here, random),
  )
  await row('killed while writing', times(3), (here) => killedWriting(here, random))
  for (const what of ['backup', 'repair', 'restore'] as const)
    await row(`killed in a ${what}`, times(2), (here) => killedIn(what, here, model, random))
  await row('killed while an older schema was brought up to date', times(3), (here) =>
    killedMigrating(here, random),
  )
  return rows
}

async function makeModel(data: string): Promise<Model> {
  const database = join(data, 'rtstt.sqlite')
  readyFolder({ data, database, key }, nowMs).lock?.[Symbol.dispose]()
  filledStore(database, key, { meetings: 8, segments: 60 })
  const backedUp = recordsOf(database, key).records
  await backupFolder({ data, database, key: () => key }).make(nowMs)
  filledStore(database, key, { meetings: 3, segments: 40, from: 50 })
  // A start in order keeps what is needed to find everything again.
  readyFolder({ data, database, key }, nowMs).lock?.[Symbol.dispose]()
  return { folder: data, before: recordsOf(database, key).records, backedUp }
}

interface Harm {
  /** What the harm must cost, by table. */
  readonly costs: ReadonlyMap<string, number>
  readonly withBackup: boolean
}

const everything: ReadonlyMap<string, number> = new Map(
  ['meeting', 'segment', 'word', 'meeting_note', 'summary', 'insight', 'revision', 'edit'].map(
    (table) => [table, Infinity],
  ),
)

/** Starts as the program does, and holds what is there against what must be. */
function startAgain(here: Here, model: Model, { costs, withBackup }: Harm): Tried {
  const broken: string[] = []
  const harmed = readFileSync(here.database)
  const began = performance.now()
  const { lock, repair } = readyFolder(here, nowMs + 1000)
  const { records, twice } = recordsOf(here.database, key)
  const ms = performance.now() - began
  lock?.[Symbol.dispose]()
  broken.push(...unsound(here, twice))
  if (repair && !readFileSync(join(repair.folder, 'rtstt.sqlite')).equals(harmed))
    broken.push('the files were not set aside as they were')
  const must = withBackup ? model.backedUp : new Map<string, string>()
  const older = missingFrom(must, records)
  const all = missingFrom(model.before, records)
  const beyond = all.entries().map(([table, count]) => {
    const backed = older.get(table) ?? 0
    return backed + Math.max(0, count - backed - (costs.get(table) ?? 0))
  })
  const lost = beyond.reduce((sum, count) => sum + count, 0)
  if (lost > 0)
    console.log(
      JSON.stringify({
        older: [...older],
        all: [...all],
        costs: [...costs],
        c: repair?.counts.map((c) => [c.table, c.kept, c.fromBackup, c.lost]),
        k: repair?.kind,
      }),
    )
  const invented = missingFrom(records, model.before)
    .values()
    .reduce((sum, one) => sum + one, 0)
  // A sentence that is put together again from its words is the sentence that was said, or it counts as lost.
  if (invented > 0) broken.push(`${invented} records are there that never were`)
  if (!repair && all.size > 0) broken.push('something is missing, and nothing was told of it')
  return { ms, lost, broken }
}

function unsound({ data, database }: Here, twice: readonly string[]): string[] {
  const db = openForCopying(database, key)
  try {
    const found = db.pragma('integrity_check(1)', { simple: true })
    const strays = db.pragma('foreign_key_check') as unknown[]
    const left = readdirSync(data, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(tmp|ready)$/.test(name),
    )
    return [
      ...(found === 'ok' ? [] : ['the database is not whole']),
      ...(strays.length === 0 ? [] : ['rows refer to what is not there']),
      ...(twice.length === 0 ? [] : [`${twice.length} records are there twice`]),
      ...(left.length === 0 ? [] : ['a temporary file is left']),
    ]
  } finally {
    db.close()
  }
}

/** One to three pages: a bit turned, some bytes overwritten, or all of it zero. */
function breakPages({ database }: Here, pages: number, random: Chance): Set<number> {
  const whole = readFileSync(database)
  const harmed = new Set<number>()
  for (let count = random.between(1, 4); count > 0; count -= 1) {
    const page = random.between(1, pages + 1)
    const start = (page - 1) * pageBytes
    harmed.add(page)
    const way = random.between(0, 3)
    if (way === 0) whole.fill(0, start, start + pageBytes)
    else {
      const at = start + random.between(0, pageBytes - 64)
      for (let byte = at; byte < at + (way === 1 ? 1 : 64); byte += 1)
        whole[byte] = (whole[byte] ?? 0) ^ random.between(1, 256)
    }
  }
  writeFileSync(database, whole)
  return harmed
}

function overwrite(path: string, from: number, length: number, random: Chance): void {
  const whole = readFileSync(path)
  for (let byte = from; byte < from + length; byte += 1) whole[byte] = random.between(0, 256)
  writeFileSync(path, whole)
}

function forgetBackups({ data }: Here): void {
  for (const name of readdirSync(join(data, 'backups')))
    if (name.endsWith('.sqlite')) rmSync(join(data, 'backups', name))
}

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
  const counts = range(1000, 1100).map(segmentsOf)
  const end = counts.findIndex((count) => count < 10)
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
  if (missing > 0)
    console.log(
      version,
      JSON.stringify([...missingFrom(expected, records)]),
      records.size,
      expected.size,
      existsSync(join(here.data, 'damaged')) && readdirSync(join(here.data, 'damaged')),
    )
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

function summed(fault: string, tried: readonly Tried[]): Row {
  return {
    fault,
    tried: tried.length,
    recoveredMs: { value: Math.max(...tried.map(({ ms }) => ms)), atMost: promisedMs },
    lost: { value: Math.max(...tried.map(({ lost }) => lost)), atMost: 0, unit: 'records' },
    broken: [...new Set(tried.flatMap(({ broken }) => broken))],
  }
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)
}
