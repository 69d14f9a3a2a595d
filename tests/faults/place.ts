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
  /** Programs that were started here and still run, by their numbers. */
  processes(): number[]
  /** Files that a program meant to be there for a moment. */
  temporaryFiles(): string[]
}

/** Marks every process that was started in a place, and what they start. */
const mark = 'RTSTT_FAULTS_PLACE'

export async function place(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'rtstt-faults-'))
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
      RTSTT_KEYS: join(folder, 'keys'),
      TMPDIR: temporary,
      TMP: temporary,
      TEMP: temporary,
    },
    processes: () => marked(`${mark}=${folder}`),
    temporaryFiles: () => [
      ...namesIn(temporary),
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
function marked(setting: string): number[] {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => environmentOf(pid).includes(setting) && !isEnded(pid))
    .map(Number)
}

function environmentOf(pid: string): string[] {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'latin1').split('\0')
  } catch {
    // Another user's, or it has just ended.
    return []
  }
}

function isEnded(pid: string): boolean {
  try {
    return /\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'latin1'))
  } catch {
    return true
  }
}
