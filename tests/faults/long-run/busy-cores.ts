/** Other programs keep every core busy while a meeting goes on. */
import { availableParallelism } from 'node:os'
import { busyCore } from '../../../bench/busy-core.ts'
import { replay } from '../../../bench/replay/replay.ts'
import { readBank } from '../../../bench/sounds/bank.ts'
import { compose } from '../../../bench/sounds/compose.ts'
import { noticeableStep } from '#contract/events.ts'
import type { Row, Trial } from '../fault.ts'

/** Text so late is late for anybody, and the pace must say so. */
const lateMs = 8_000
/** After the end, in milliseconds, until all that was said is text. */
const catchUpMs = 30_000

export async function busyCores({ long, seed, say }: Trial): Promise<Row> {
  const seconds = long ? 300 : 12
  const { sound } = compose(await readBank(), { manner: 'talk', seconds, seed })
  const { events, meeting, transcript } = await onBusyCores(() => replay(sound, { clock: 'real' }))
  const last = events.findLast(({ event }) => event.type === 'segment.committed')
  const afterEndMs = Math.max(0, (last?.atMs ?? Infinity) - seconds * 1_000)
  const lags = events.flatMap(({ event }) =>
    event.type === 'decode.measured' ? [event.lagMs] : [],
  )
  const steps = events.flatMap(({ event }) => (event.type === 'pace.changed' ? [event.step] : []))
  const lag = Math.max(0, ...lags)
  say(`lag ${(lag / 1000).toFixed(1)} s, steps of pace ${steps.join(' ') || 'none'}`)
  const lost = events.some(
    ({ event }) =>
      event.type === 'recognition.changed' && event.recognition.health.state !== 'working',
  )
  return {
    fault: 'both cores busy with other programs',
    tried: 1,
    recoveredMs: { value: afterEndMs, atMost: catchUpMs },
    lost: {
      value: Math.max(0, seconds * 1_000 - meeting.durationMs) + meeting.unreadMs,
      atMost: 0,
      unit: 'ms of sound',
    },
    broken: [
      ...(lost ? ['A process that was only slow was taken for lost.'] : []),
      ...(transcript.segments.length > 0 ? [] : ['There is no text.']),
      ...(lag > lateMs && !steps.some((step) => step >= noticeableStep)
        ? ['Text was late and nobody was told.']
        : []),
    ],
  }
}

async function onBusyCores<Result>(work: () => Promise<Result>): Promise<Result> {
  const busy = await Promise.all(Array.from({ length: availableParallelism() }, busyCore))
  try {
    return await work()
  } finally {
    for (const core of busy) await core[Symbol.asyncDispose]()
  }
}
