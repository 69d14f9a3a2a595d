/** A folder in which one try happens: data, keys and temporary files of its own, so that whatever is left is its own. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

export interface Place extends AsyncDisposable {
  readonly data: string
  /** Where a program that is started here believes the system's temporary files to be. */
  readonly temporary: string
  readonly env: NodeJS.ProcessEnv
  /** Programs that were started here and still run, by their numbers; of them those with this word in their command line. */
  processes(word?: string): number[]
  /** Files that a program meant to be there for a moment. */
  temporaryFiles(): string[]
}

/** Where the places of one case are; the programs in them keep the keys of their data in one folder. */
export interface Grounds extends AsyncDisposable {
  place(): Promise<Place>
}

/** Marks every process that was started in a place, and what they start. */
const mark = 'RTSTT_FAULTS_PLACE'

export async function grounds(): Promise<Grounds> {
  const root = await mkdtemp(join(tmpdir(), 'rtstt-faults-'))
  // Also for what is looked at from within this process.
  process.env['RTSTT_KEYS'] = join(root, 'keys')
  return {
    place: () => placeIn(root),
    [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true, maxRetries: 5 }),
  }
}

/** A place on grounds of its own. */
export async function place(): Promise<Place> {
  const own = await grounds()
  return { ...(await own.place()), [Symbol.asyncDispose]: () => own[Symbol.asyncDispose]() }
}

async function placeIn(root: string): Promise<Place> {
  const folder = await mkdtemp(join(root, 'place-'))
  const data = join(folder, 'data')
  const temporary = join(folder, 'temporary')
  await mkdir(temporary)
  return {
    data,
    temporary,
    env: {
      ...process.env,
      [mark]: folder,
      RTSTT_DATA: data,
      // Node's own, which every program of this computer shares.
      NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] ?? join(tmpdir(), 'node-compile-cache'),
      TMPDIR: temporary,
      TMP: temporary,
      TEMP: temporary,
    },
    processes: (word = '') => marked(`${mark}=${folder}`, word),
    temporaryFiles: () => [
      ...readdirSync(temporary),
      ...namesIn(folder).filter((name) => /\.(tmp|part|partial|new)$/i.test(name)),
    ],
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }),
  }
}

function namesIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => basename(name))
}

/** Only Linux tells what a process was started with; elsewhere none is found. */
function marked(setting: string, word: string): number[] {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => told(pid, 'environ').split('\0').includes(setting))
    .filter((pid) => told(pid, 'cmdline').includes(word) && !/\) Z /.test(told(pid, 'stat')))
    .map(Number)
}

function told(pid: string, what: 'environ' | 'cmdline' | 'stat'): string {
  try {
    return readFileSync(`/proc/${pid}/${what}`, 'latin1')
  } catch {
    // Another user's, or it has just ended.
    return ''
  }
}
