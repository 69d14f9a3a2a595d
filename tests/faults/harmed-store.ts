/** A folder with a filled database that is broken, started again, and held against what must be there. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { backupFolder } from '#engine/store/backup/backup-folder.node.ts'
import { filledStore } from '#engine/store/fixtures/filled-store.ts'
import { openForCopying } from '#engine/store/open-database.sqlite.ts'
import { damageWatch } from '#engine/store/rescue/damage-watch.node.ts'
import { readyFolder } from '#engine/store/rescue/ready-folder.ts'
import type { Row } from './fault.ts'
import { missingFrom, recordsOf, type Records } from './store-records.ts'

export const key = new Uint8Array(32).fill(11)
export const nowMs = Date.parse('2026-03-05T10:00:00.000Z')
/** Whatever happens to the database: everything is back within this time. */
const promisedMs = 30_000

export interface Here {
  readonly data: string
  readonly database: string
  readonly key: Uint8Array
}

/** A filled folder with a backup, and text that is newer than it; copied for each try. */
export interface Model {
  readonly folder: string
  readonly before: Records
  readonly backedUp: Records
}

/** What one try came to. */
export interface Tried {
  readonly ms: number
  /** Records that are gone though nothing that was harmed held them. */
  readonly lost: number
  readonly broken: readonly string[]
}

/** Makes a folder, copies it for each try, and sums up what they came to. */
export async function tryingOnCopies(
  say: (line: string) => void,
  work: (
    model: Model,
    row: (
      fault: string,
      tries: number,
      attempt: (here: Here) => Promise<Tried> | Tried,
    ) => Promise<void>,
    scratch: string,
  ) => Promise<void>,
): Promise<Row[]> {
  const scratch = mkdtempSync(join(tmpdir(), 'rtstt-faults-database-'))
  const rows: Row[] = []
  try {
    const model = await makeModel(join(scratch, 'model'))
    await work(
      model,
      async (fault, tries, attempt) => {
        const tried: Tried[] = []
        for (let round = 0; round < tries; round += 1)
          tried.push(await onCopy(model, join(scratch, 'copy'), attempt))
        rows.push(summed(fault, tried))
        say(`${fault}: ${tries}`)
      },
      scratch,
    )
    return rows
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function onCopy(
  model: Model,
  data: string,
  attempt: (here: Here) => Promise<Tried> | Tried,
): Promise<Tried> {
  cpSync(model.folder, data, { recursive: true })
  try {
    return await attempt({ data, database: join(data, 'rtstt.sqlite'), key })
  } finally {
    rmSync(data, { recursive: true, force: true, maxRetries: 5 })
  }
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

export interface Harm {
  /** What the harm must cost, by table. */
  readonly costs: ReadonlyMap<string, number>
  readonly withBackup: boolean
}

/** Starts as the program does, and holds what is there against what must be. */
export function startAgain(here: Here, model: Model, { costs, withBackup }: Harm): Tried {
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
  const invented = missingFrom(records, model.before)
    .values()
    .reduce((sum, one) => sum + one, 0)
  // A sentence that is put together again from its words is the sentence that was said, or it counts as lost.
  if (invented > 0) {
    const [one = ''] = [...records.keys()].filter((record) => !model.before.has(record))
    broken.push(`${invented} records are there that never were, such as ${one.slice(0, 400)}`)
  }
  // A kill behind the decision leaves the report and nothing more to repair.
  const isTold = repair !== null || damageWatch(here.data, null).state().repair !== null
  if (!isTold && all.size > 0) broken.push('something is missing, and nothing was told of it')
  return { ms, lost, broken }
}

export function unsound({ data, database }: Here, twice: readonly string[]): string[] {
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

function summed(fault: string, tried: readonly Tried[]): Row {
  return {
    fault,
    tried: tried.length,
    recoveredMs: { value: Math.max(...tried.map(({ ms }) => ms)), atMost: promisedMs },
    lost: { value: Math.max(...tried.map(({ lost }) => lost)), atMost: 0, unit: 'records' },
    broken: [...new Set(tried.flatMap(({ broken }) => broken))],
  }
}
