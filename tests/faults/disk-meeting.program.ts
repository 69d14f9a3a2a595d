/**
 * A live meeting on a disk that misbehaves: `disk-meeting.program.ts PLAN FOLDER CONTROL`. Writes what became of it to
 * standard output, as JSON.
 */
import { existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { AppError } from '#contract/errors.ts'
import type { EngineEvent } from '#contract/events.ts'
import type { Parts } from '#engine/parts.ts'
import { assemble } from '../../src-main/assemble.ts'
import { setDisk } from './disk-control.ts'
import type { DiskOutcome, DiskPlan, DiskStep } from './disk-plan.ts'
import { liveMeetingSource } from './live-meeting-source.ts'

const [plan, folder = '', control = ''] = process.argv.slice(2)
const { seconds, pace, steps } = JSON.parse(plan ?? '{}') as DiskPlan
const data = join(folder, 'data')
const ballast = join(folder, 'ballast')
const source = await liveMeetingSource(seconds, pace)
const devices = { list: async () => [], watch: () => () => {} }
const warnings: DiskOutcome['warnings'][number][] = []
const segments = new Map<string, string>()
let parts: Parts | null = null

const sound = { devices, openSource: async () => source }
const adapt = (given: Parts): Parts => (parts = given)
let disturbedAtMs = Infinity
let mendedAtMs = Infinity
const outcome = await play()
if (outcome.meetingId !== null) await judge(outcome.meetingId)
process.stdout.write(`${JSON.stringify(outcome)}\n`)
process.exit(0)

async function play(): Promise<DiskOutcome> {
  const engine = await assemble({ dataFolder: data, sound, adapt })
  const stopped = Promise.withResolvers<Extract<EngineEvent, { type: 'meeting.stopped' }>>()
  engine.subscribe((event) => {
    if (event.type === 'meeting.stopped') stopped.resolve(event)
    if (event.type === 'segment.committed') segments.set(event.segment.id, event.segment.text)
    if (event.type === 'meeting.warned') {
      const { code, over, message } = event
      warnings.push({ code, over, message, atMs: performance.now() })
    }
  })
  const began = steps.filter(({ at }) => at === 0)
  for (const step of began) take(step)
  const nothing = { longestStandMs: 0, behindMs: 0, overflowMs: 0, lostMs: 0, words: [] }
  const unknown = { ...nothing, warnings, told: {}, kept: {}, wrong: [], recoveredMs: null }
  let meetingId
  try {
    ;({ id: meetingId } = await engine.api['meeting.start']({
      source: { kind: 'both', microphoneId: null, systemId: null },
      title: null,
      model: 'test-speech-en',
      language: 'en',
      stopAfterSilenceMs: null,
      finalPass: 'off',
      vocabulary: [],
    }))
  } catch (error) {
    const refused = error instanceof AppError ? error.code : String(error)
    await engine[Symbol.asyncDispose]()
    const left = existsSync(join(data, 'recordings')) ? readdirSync(join(data, 'recordings')) : []
    const wrong = left.map(() => 'a folder of a recording that was not begun is left')
    return { ...unknown, meetingId: null, refused, reason: null, state: null, wrong }
  }
  const standing = monitorEventLoopDelay({ resolution: 10 })
  standing.enable()
  const ended = source.reached(1)
  for (const step of steps.filter(({ at }) => at > 0)) {
    await source.reached(step.at)
    take(step)
  }
  await ended
  if (mendedAtMs < Infinity) await allOver()
  await engine.api['meeting.stop']({ meetingId })
  const { reason, meeting } = await stopped.promise
  standing.disable()
  await engine[Symbol.asyncDispose]()
  const lastOver = warnings.findLast(({ over }) => over)
  return {
    ...unknown,
    meetingId,
    refused: null,
    reason,
    state: meeting.state,
    longestStandMs: standing.max / 1e6,
    behindMs: source.longestBehindMs(),
    overflowMs: source.overflowMs(),
    told: Object.fromEntries(segments),
    recoveredMs: mendedAtMs < Infinity && lastOver ? lastOver.atMs - mendedAtMs : null,
  }
}

function take({ disk, do: act }: DiskStep): void {
  const nowMs = performance.now()
  if (disk) setDisk(control, disk)
  if (act === 'fill') fill()
  if (act === 'free') rmSync(ballast)
  if (act === 'move') renameSync(data, `${data}-away`)
  const mends = act === 'free' || (disk && Object.keys(disk).length === 0)
  if (mends) mendedAtMs = nowMs
  else disturbedAtMs = Math.min(disturbedAtMs, nowMs)
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
    if (missing > 1000 && account && !account.cutShort)
      wrong.push(`the ledger does not say that ${missing} ms of ${voice} are missing`)
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
  Object.assign(outcome, { lostMs, words: words ?? [], wrong: [...outcome.wrong, ...wrong] })
  await engine[Symbol.asyncDispose]()
}
