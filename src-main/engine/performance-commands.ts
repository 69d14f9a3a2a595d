/** Measures how well the program runs, while it works; at rest it measures nothing and costs nothing. */
import { AppError } from '#contract/errors.ts'
import type { EngineApi } from '#contract/commands.ts'
import type { EngineEvent } from '#contract/events.ts'
import type { PerformanceSample } from '#contract/performance.ts'
import type { Parts } from './parts.ts'
import {
  afterSample,
  gather,
  type Gathered,
  isBusy,
  nothing,
  sampleOf,
} from './performance/gather.ts'
import type { GraphicsUsage } from './performance/graphics-usage.ts'
import { inOne, sumUp } from './performance/sum-up.ts'

const everyMs = 2_000
const latestMs = 60_000
/** So many samples are kept as one. */
const keptTogether = 5
const keptMs = 90 * 24 * 3_600_000

/** A timer comes late on a busy computer; what is later, or early, is a clock that was set, or a computer that slept. */
function spanOf(ms: number): number {
  return ms >= everyMs / 2 && ms <= latestMs ? Math.round(ms) : everyMs
}

interface Measuring extends Disposable {
  readonly api: Pick<EngineApi, 'performance.read' | 'computer.measure' | 'computer.read'>
  /** Follows what happens. */
  note(event: EngineEvent): void
  /** A language model wrote so many tokens in so many milliseconds. */
  wrote(tokens: number, ms: number): void
}

type World = Pick<Parts, 'clock' | 'keeping' | 'usage' | 'followGraphics' | 'computer'>

export function measuring(parts: World, tell: (event: EngineEvent) => void): Measuring {
  const { clock, keeping, usage } = parts
  const { store } = keeping
  let gathered: Gathered = nothing
  let unkept: PerformanceSample[] = []
  let takenMs = clock.now()
  let stop: (() => void) | null = null
  let graphics: GraphicsUsage | null = null

  function begin(): void {
    if (stop) return
    takenMs = clock.now()
    usage.read(1)
    if (!store.readOnly) store.performance.forgetBefore(takenMs - keptMs)
    graphics = parts.followGraphics()
    stop = clock.every(everyMs, take)
  }

  function take(): void {
    const nowMs = clock.now()
    const spanMs = spanOf(nowMs - takenMs)
    takenMs = nowMs
    const sample = sampleOf(gathered, {
      at: new Date(nowMs).toISOString(),
      spanMs,
      processes: usage.read(spanMs),
      gpu: graphics?.read() ?? null,
    })
    const wasBusy = isBusy(gathered)
    gathered = afterSample(gathered)
    unkept.push(sample)
    tell({ type: 'performance.measured', sample })
    if (unkept.length >= keptTogether) keep()
    if (!wasBusy) rest()
  }

  function keep(): void {
    if (unkept.length === 0 || store.readOnly) return
    try {
      store.performance.add(inOne(unkept))
      unkept = []
    } catch (error) {
      // A disk that takes nothing is told of by whoever writes speech to it; a chart may have a hole.
      if (!(error instanceof AppError)) throw error
      unkept = unkept.slice(-keptTogether)
    }
  }

  function rest(): void {
    keep()
    stop?.()
    stop = null
    graphics?.stop()
    graphics = null
  }

  return {
    api: {
      async 'performance.read'({ meetingId, from, to, most }) {
        const range = {
          meetingId,
          fromMs: from === null ? 0 : Date.parse(from),
          toMs: to === null ? clock.now() : Date.parse(to),
        }
        return sumUp(store.performance.read(range), most)
      },
      'computer.measure': ({ models }) =>
        parts.computer.measure(models, (done, total, model) =>
          tell({ type: 'computer.progressed', done, total, model }),
        ),
      'computer.read': async () => parts.computer.latest(),
    },
    note(event) {
      gathered = gather(gathered, event)
      if (isBusy(gathered)) begin()
    },
    wrote(tokens, ms) {
      gathered = { ...gathered, written: [...gathered.written, { tokens, ms }] }
      begin()
    },
    [Symbol.dispose]: rest,
  }
}
