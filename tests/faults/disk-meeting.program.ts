/**
 * A live meeting on a disk that misbehaves: `disk-meeting.program.ts PLAN FOLDER CONTROL`. Writes what became of it to
 * standard output, as JSON.
 */
import { existsSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { AppError } from '#contract/errors.ts'
import type { EngineEvent } from '#contract/events.ts'
import type { MeetingId } from '#contract/ids.ts'
import type { Parts } from '#engine/parts.ts'
import { openForReading } from '#engine/store/open-database.sqlite.ts'
import { settleDatabase } from '#engine/store/settle-database.sqlite.ts'
import { assemble } from '../../src-main/assemble.ts'
import type { Engine } from '../../src-main/cli/context.ts'
import { exitCodeOf } from '../../src-main/cli/exit-codes.ts'
import { record } from '../../src-main/cli/record.ts'
import { setDisk } from './disk-control.ts'
import type { DiskOutcome, DiskPlan, DiskStep } from './disk-plan.ts'
import { liveMeetingSource } from './live-meeting-source.ts'

const [plan, folder = '', control = ''] = process.argv.slice(2)
const { seconds, pace, steps, warns } = JSON.parse(plan ?? '{}') as DiskPlan
const data = join(folder, 'data')
const ballast = join(folder, 'ballast')
const source = await liveMeetingSource(seconds, pace)
const devices = { list: async () => [], watch: () => () => {} }
const warnings: DiskOutcome['warnings'][number][] = []
const segments = new Map<string, string>()
let parts: Parts | null = null

const lines: string[] = []
const recordings = join(data, 'recordings')
const quiet = {
  result: () => {},
  status: () => {},
  live: false,
  watched: false,
  columns: 100,
}
const wishes = {
  source: 'both',
  pace: 'real',
  model: 'test-speech-en',
  language: 'en',
  stopAfterSilence: 'never',
  finalPass: false,
} as const
const sound = { devices, openSource: async () => source }
const adapt = (given: Parts): Parts => (parts = given)
let disturbedAtMs = Infinity
let mendedAtMs = Infinity
let onDiskMs = 0
/** What is worth a warning lasts so long, however busy this computer is. */
const leastMs = 2_500
const outcome = await play()
if (outcome.meetingId !== null) await judge(outcome.meetingId)
process.stdout.write(`${JSON.stringify(outcome)}\n`)
process.exit(0)

/** As `rtstt record` does it, over the source of this program. */
async function play(): Promise<DiskOutcome> {
  const started = Promise.withResolvers<MeetingId>()
  const told: { reason: string | null } = { reason: null }
  function hear(event: EngineEvent): void {
    if (event.type === 'meeting.started') started.resolve(event.meeting.id)
    if (event.type === 'meeting.stopped') told.reason = event.reason
    if (event.type === 'segment.committed') segments.set(event.segment.id, event.segment.text)
    if (event.type !== 'meeting.warned') return
    const { code, over, message } = event
    warnings.push({ code, over, message, atMs: performance.now() })
  }
  const standing = monitorEventLoopDelay({ resolution: 10 })
  let engine: Engine | null = null
  const recorded = record(wishes, {
    terminal: { ...quiet, say: (line) => lines.push(line) },
    json: false,
    data,
    interrupted: new AbortController().signal,
    interruptedAgain: () => new AbortController().signal,
    async openEngine() {
      engine = await assemble({ dataFolder: data, sound, adapt })
      engine.subscribe(hear)
      standing.enable()
      return engine
    },
  }).catch((error: unknown) => {
    if (!(error instanceof AppError)) throw error
    started.reject(error)
    return { refused: error.code, exitCode: exitCodeOf(error.code) }
  })
  for (const step of steps.filter(({ at }) => at === 0)) take(step)
  const meetingId = await started.promise.catch(() => null)
  if (meetingId !== null) {
    const ended = source.reached(1)
    for (const step of steps.filter(({ at }) => at > 0)) {
      await source.reached(step.at)
      if (disturbedAtMs < Infinity)
        await wait(Math.max(0, disturbedAtMs + leastMs - performance.now()))
      if (warns && disturbedAtMs < Infinity)
        for (let n = 0; n < 300 && warnings.length === 0; n++) await wait(100)
      take(step)
    }
    await ended
    if (mendedAtMs < Infinity) await allOver()
    const open = engine as Engine | null
    await open?.api['meeting.stop']({ meetingId })
  }
  const end = await recorded
  standing.disable()
  const lastOver = warnings.findLast(({ over }) => over)
  const left = meetingId === null && existsSync(recordings) ? readdirSync(recordings) : []
  return {
    meetingId,
    refused: typeof end === 'number' ? null : end.refused,
    exitCode: typeof end === 'number' ? end : end.exitCode,
    reason: told.reason,
    warnings,
    lines,
    longestStandMs: standing.max / 1e6,
    behindMs: source.longestBehindMs(),
    overflowMs: source.overflowMs(),
    told: Object.fromEntries(segments),
    kept: {},
    words: [],
    lostMs: 0,
    onDiskMs,
    wrong: left.map(() => 'a folder is left of a recording that was not begun'),
    recoveredMs: lastOver && mendedAtMs < Infinity ? Math.max(0, lastOver.atMs - mendedAtMs) : null,
  }
}

function take({ disk, do: act }: DiskStep): void {
  const nowMs = performance.now()
  if (disturbedAtMs === Infinity) onDiskMs = onDiskNow()
  if (disk) setDisk(control, disk)
  if (act === 'fill') fill()
  if (act === 'free') rmSync(ballast)
  if (act === 'move') renameSync(data, `${data}-away`)
  const mends = act === 'free' || (disk && Object.keys(disk).length === 0)
  if (mends) mendedAtMs = nowMs
  else disturbedAtMs = Math.min(disturbedAtMs, nowMs)
}

/** By the sizes of the files; sealed ones are a little longer. */
function onDiskNow(): number {
  const found = existsSync(recordings) ? readdirSync(recordings) : []
  const sizes = found.flatMap((name) =>
    ['me', 'them'].map((track) => {
      const file = readdirSync(join(recordings, name)).find((one) => one.startsWith(track))
      return file ? statSync(join(recordings, name, file)).size : 0
    }),
  )
  return Math.max(0, (Math.min(...sizes) / 32) * 0.99)
}

/** Until the disk has no byte left. */
function fill(): void {
  for (const size of [1_048_576, 4096, 512, 1])
    try {
      for (;;) writeFileSync(ballast, Buffer.alloc(size, 1), { flag: 'a' })
    } catch {
      // Full, as far as this size goes.
    }
}

/** Resolves when everything that was warned of has been taken back, or after half a minute. */
async function allOver(): Promise<void> {
  const isOver = (): boolean => {
    const open = new Set<string>()
    for (const { code, over } of warnings)
      if (over) open.delete(code)
      else open.add(code)
    return open.size === 0
  }
  for (let n = 0; n < 300 && !isOver(); n++) await wait(100)
}

/** What the next start of the program finds. */
async function judge(meetingId: NonNullable<DiskOutcome['meetingId']>): Promise<void> {
  setDisk(control, {})
  rmSync(ballast, { force: true })
  if (steps.some((step) => step.do === 'move')) renameSync(`${data}-away`, data)
  const engine = await assemble({ dataFolder: data, sound, adapt })
  const before = await engine.api['meeting.read']({ meetingId })
  Object.assign(outcome.kept, Object.fromEntries(before.segments.map(({ id, text }) => [id, text])))
  const wrong: string[] = []
  let lostMs = 0
  const recording = await (parts as Parts | null)?.keeping.recordings.open(meetingId)
  for (const voice of ['me', 'them'] as const) {
    const said = source.said(voice)
    const length = recording?.length(voice) ?? 0
    const kept = (await recording?.read(voice, 0, length)) ?? new Int16Array()
    const differs = kept.findIndex((value, n) => value !== said[n])
    if (differs >= 0) wrong.push(`${voice} differs from sample ${differs} on`)
    const missing = (said.length - length) / 16
    lostMs = Math.max(lostMs, missing)
    const account = before.tracks.find(({ name }) => name === voice)?.account
    const isTold = account?.cutShort || warnings.some(({ code }) => code === 'sound_lost')
    if (missing > 0 && !isTold) wrong.push(`nobody says that ${missing} ms of ${voice} are missing`)
  }
  await recording?.[Symbol.asyncDispose]()
  const finished = await engine.api['meeting.finish']({ meetingId, model: null })
  if (finished.state !== 'done') wrong.push(`it cannot be finished: ${finished.state}`)
  const after = await engine.api['meeting.read']({ meetingId })
  const words = after.segments
    .map(({ text }) => text)
    .join(' ')
    .toLowerCase()
    .match(/[a-z']+/g)
  Object.assign(outcome, { lostMs, words: words ?? [] })
  outcome.wrong.push(...wrong)
  await engine[Symbol.asyncDispose]()
  const ring = (parts as Parts | null)?.lock.ring ?? null
  const file = join(data, 'rtstt.sqlite')
  const db = openForReading(file, ring && settleDatabase(file, ring.database))
  const found = db.pragma('integrity_check', { simple: true })
  db.close()
  if (found !== 'ok') outcome.wrong.push(`the database: ${String(found)}`)
}
