/**
 * The disk of a live meeting fills up, may only be read, breaks, takes seconds for everything, or is taken away. The meeting is
 * recorded by the command line, from two voices that go on whatever the disk does.
 */
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { buildShim } from '../disk-control.ts'
import type { DiskOutcome, DiskPlan, DiskStep } from '../disk-plan.ts'
import type { Fault, Row, Trial } from '../fault.ts'
import { sideBySide } from '../side-by-side.ts'

const run = promisify(execFile)
const usualSeconds = 14
/** So many times as fast as it was spoken. */
const usualPace = 4
const program = fileURLToPath(new URL('../disk-meeting.program.ts', import.meta.url))

/** What may be expected of a meeting on such a disk. */
interface Harm {
  readonly fault: string
  readonly steps: readonly DiskStep[]
  /** Warned of, once, and taken back, where the disk works again. */
  readonly warns: string | null
  readonly mended: boolean
  readonly seconds?: number
  readonly pace?: number
  /** The disk takes nothing until the end: sound since then is gone, and everybody is told. */
  readonly losesToEnd?: boolean
  /** The text is read again from the recording. */
  readonly textLater?: boolean
  readonly refused?: string
}

const full = { error: 'ENOSPC' } as const
const fine = {}

const harms: readonly Harm[] = [
  { fault: 'disk without a fault', steps: [], warns: null, mended: false },
  {
    fault: 'disk full, then room again',
    steps: [
      { at: 0.25, disk: full },
      { at: 0.7, disk: fine },
    ],
    warns: 'disk_full',
    mended: true,
  },
  {
    fault: 'disk full to the end, beyond what is told missing',
    steps: [{ at: 0.5, disk: full }],
    warns: 'disk_full',
    mended: false,
    losesToEnd: true,
    textLater: true,
  },
  {
    fault: 'disk read-only for a while',
    steps: [
      { at: 0.25, disk: { error: 'EROFS' } },
      { at: 0.7, disk: fine },
    ],
    warns: 'data_read_only',
    mended: true,
  },
  {
    fault: 'disk broken for a while',
    steps: [
      { at: 0.25, disk: { error: 'EIO' } },
      { at: 0.7, disk: fine },
    ],
    warns: 'disk_failing',
    mended: true,
  },
  {
    fault: 'database full, then room again',
    steps: [
      { at: 0.25, disk: { ...full, which: 'database' } },
      { at: 0.7, disk: fine },
    ],
    warns: 'disk_full',
    mended: true,
  },
  {
    fault: 'database full to the end',
    steps: [{ at: 0.25, disk: { ...full, which: 'database' } }],
    warns: 'disk_full',
    mended: false,
    textLater: true,
  },
  {
    fault: 'data folder taken away',
    steps: [{ at: 0.4, do: 'move' }],
    warns: 'disk_gone',
    mended: false,
  },
  {
    fault: 'disk full at the start',
    steps: [{ at: 0, disk: full }],
    warns: null,
    mended: false,
    refused: 'disk_full',
  },
  {
    fault: '3 s for each sync',
    steps: [
      { at: 0.2, disk: { syncMs: 3000 } },
      { at: 0.8, disk: fine },
    ],
    warns: null,
    mended: true,
    seconds: 10,
    pace: 1,
  },
]

/** Slower, and only in the long form. */
const longHarms: readonly Harm[] = [
  {
    fault: '2 s for each write and sync',
    steps: [
      { at: 0.1, disk: { writeMs: 2000, syncMs: 2000 } },
      { at: 0.8, disk: fine },
    ],
    warns: 'disk_slow',
    mended: true,
    seconds: 40,
    pace: 1,
  },
]

export const fault: Fault = {
  title: 'disk',
  async run(trial) {
    const root = mkdtempSync(join(tmpdir(), 'rtstt-faults-'))
    try {
      if (process.platform !== 'linux') {
        trial.say('not tried: only on Linux can a library stand before the system’s')
        return []
      }
      const shim = buildShim(root)
      return shim === null ? [untried()] : await tryAll(trial, { root, shim })
    } finally {
      rmSync(root, { recursive: true, force: true, maxRetries: 5 })
    }
  },
}

/** Where it could be tried and is not, nobody may take that for a pass. */
function untried(): Row {
  const broken = ['it cannot be tried: g++ is missing, or builds no library']
  return { fault: 'disk', tried: 0, recoveredMs: null, lost: null, broken }
}

interface Bench {
  readonly root: string
  readonly shim: string
}

async function tryAll({ long, say }: Trial, bench: Bench): Promise<Row[]> {
  const tried = long ? [...harms, ...longHarms] : harms
  // Most of the time they wait for a disk or a voice.
  const outcomes = await sideBySide(tried, 3, (harm) => recordOn(harm, bench))
  const [whole] = outcomes
  const words = typeof whole === 'object' ? whole.words : []
  return tried.map((harm, at) => {
    const outcome = outcomes[at] ?? 'it was not tried'
    if (typeof outcome === 'string')
      return { fault: harm.fault, tried: 1, recoveredMs: null, lost: null, broken: [outcome] }
    const { recoveredMs, lostMs, behindMs, longestStandMs } = outcome
    const [stood, waited] = [longestStandMs.toFixed(0), behindMs.toFixed(0)]
    say(`${harm.fault}: stood ${stood} ms, sound waited ${waited} ms, lost ${lostMs} ms`)
    return {
      fault: harm.fault,
      tried: 1,
      // The disk is tried again every half minute at the least.
      recoveredMs: recoveredMs === null ? null : { value: recoveredMs, atMost: 31_000 },
      lost: { value: lostUntold(harm, outcome), atMost: 0, unit: 'ms of sound' },
      broken: brokenPromises(harm, outcome, words),
    }
  })
}

/** What is missing although the disk took it, or would have. */
function lostUntold(
  { losesToEnd = false, seconds = usualSeconds }: Harm,
  outcome: DiskOutcome,
): number {
  const may = losesToEnd ? seconds * 1000 - outcome.onDiskMs : 0
  return Math.max(0, outcome.lostMs - may) + outcome.overflowMs
}

function brokenPromises(harm: Harm, outcome: DiskOutcome, words: readonly string[]): string[] {
  const {
    seconds = usualSeconds,
    refused = null,
    warns,
    mended,
    losesToEnd = false,
    textLater = false,
  } = harm
  const broken = [...outcome.wrong]
  const claim = (holds: boolean, otherwise: string): void => void (holds || broken.push(otherwise))
  claim(outcome.refused === refused, `refused: ${outcome.refused ?? 'not at all'}`)
  if (refused !== null) {
    claim(outcome.exitCode === 1, `exit code ${outcome.exitCode}`)
    return broken
  }
  const isTold = (over: boolean): number =>
    outcome.warnings.filter((one) => one.code === warns && one.over === over).length
  if (warns !== null) {
    claim(isTold(false) === 1, `${warns} was told ${isTold(false)} times`)
    claim(isTold(true) === (mended ? 1 : 0), `${warns} was taken back ${isTold(true)} times`)
    const { message } = outcome.warnings.find(({ code }) => code === warns) ?? { message: '?' }
    claim(
      outcome.lines.some((line) => line.includes(message)),
      'the command line did not say it',
    )
    if (broken.length > 0)
      broken.push(outcome.warnings.map(({ code, over }) => `${code} ${over}`).join(', '))
  }
  const kept = Object.entries(outcome.told).filter(([id, text]) => outcome.kept[id] !== text)
  if (!textLater) claim(kept.length === 0, `${kept.length} sentences were told and are not kept`)
  claim(Object.keys(outcome.told).length > 0, 'no text was told')
  const isFailed = textLater || warns === 'disk_gone'
  claim(outcome.exitCode === (isFailed ? 1 : 0), `exit code ${outcome.exitCode}`)
  if (seconds === usualSeconds && !losesToEnd)
    claim(missing(words, outcome.words) === 0, `words are missing: ${outcome.words.join(' ')}`)
  return broken
}

/** Words that were said and are not there, however often. */
function missing(said: readonly string[], found: readonly string[]): number {
  const rest = [...found]
  return said.filter((word) => {
    const at = rest.indexOf(word)
    if (at >= 0) rest.splice(at, 1)
    return at < 0
  }).length
}

async function recordOn(harm: Harm, { root, shim }: Bench): Promise<DiskOutcome | string> {
  const { seconds = usualSeconds, pace = usualPace, steps } = harm
  const plan: DiskPlan = { seconds, pace, steps, warns: harm.warns !== null }
  const place = mkdtempSync(join(root, 'place-'))
  const [folder, control] = [join(place, 'disk'), join(place, 'control')]
  mkdirSync(folder)
  writeFileSync(control, Buffer.alloc(64))
  try {
    const { stdout } = await run(
      process.execPath,
      [program, JSON.stringify(plan), folder, control],
      {
        timeout: 300_000,
        killSignal: 'SIGKILL',
        env: {
          ...process.env,
          RTSTT_BACKEND: 'cpu',
          RTSTT_KEYS: join(place, 'keys'),
          DISK_SHIM_CONTROL: control,
          DISK_SHIM_FOLDER: folder,
          LD_PRELOAD: shim,
        },
      },
    )
    return JSON.parse(stdout) as DiskOutcome
  } catch (error) {
    return `the program ended badly: ${String(error).slice(-600)}`
  }
}
