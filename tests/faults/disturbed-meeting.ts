/** A live meeting in which somebody speaks all the time and the recognition process goes wrong as it is told. */
import { setTimeout as wait } from 'node:timers/promises'
import type { LiveRecognition } from '#contract/live-recognition.ts'
import type { MemoryRules } from '#engine/runtime/memory-trail.ts'
import { faultyRecognition, harmless } from '../../src-main/testing/faulty-recognition.ts'
import { plainMeeting } from '../../src-main/testing/plain-meeting.ts'
import { realEngine } from '../../src-main/testing/real-engine.ts'
import { spokenLoop } from './spoken-loop.ts'

export type Faulty = ReturnType<typeof faultyRecognition>

export interface DisturbedMeeting extends AsyncDisposable {
  readonly faulty: Faulty
  /** Every state of recognition that faces were told. */
  readonly states: ReadonlyArray<LiveRecognition['health']['state']>
  /** Warnings of the meeting, those that are over marked so. */
  readonly warnings: readonly string[]
  /** Does harm and waits for text of a process that was started after it; how long that took, in milliseconds. */
  until(harm: () => void, limitMs: number): Promise<number>
  /** Resolves when faces were told of this state. */
  told(state: LiveRecognition['health']['state']): Promise<void>
  end(): Promise<{ readonly lostMs: number; readonly missing: number }>
}

export async function disturbedMeeting(memory?: MemoryRules): Promise<DisturbedMeeting> {
  const faulty = faultyRecognition(harmless)
  const loop = await spokenLoop()
  const engine = await realEngine({
    sound: {
      devices: { list: async () => [], watch: () => () => {} },
      openSource: async () => loop.source,
    },
    spawnRecognition: faulty.spawn,
    ...(memory && { recognitionMemory: memory }),
  })
  const source = { kind: 'both', microphoneId: null, systemId: null } as const
  const { id: meetingId } = await engine.api['meeting.start']({ ...plainMeeting, source })
  const states: Array<LiveRecognition['health']['state']> = []
  const warnings: string[] = []
  engine.subscribe((event) => {
    if (event.type === 'recognition.changed') states.push(event.recognition.health.state)
    if (event.type === 'meeting.warned') warnings.push(`${event.code}${event.over ? ' over' : ''}`)
  })
  await engine.heard('decode.measured')

  return {
    faulty,
    states,
    warnings,
    async until(harm, limitMs) {
      const before = faulty.started.length
      const startedAt = performance.now()
      harm()
      const recovered = new Promise<void>((resolve) => {
        const stop = engine.subscribe((event) => {
          const isText =
            event.type === 'segment.committed' ||
            (event.type === 'hypothesis.changed' && event.hypothesis !== null)
          if (!isText || faulty.started.length === before) return
          stop()
          resolve()
        })
      })
      // A timer may ring a little early, and what never comes back must be over its limit.
      await Promise.race([recovered, wait(limitMs + 1_000, undefined, { ref: false })])
      return performance.now() - startedAt
    },
    async told(state) {
      await engine.heard(
        'recognition.changed',
        ({ recognition }) => recognition.health.state === state,
      )
    },
    async end() {
      await loop.end()
      const { meeting } = await engine.heard('meeting.stopped')
      const { segments } = await engine.api['meeting.read']({ meetingId })
      const lostMs = Math.floor(loop.given() / 16) - meeting.durationMs + meeting.unreadMs
      return { lostMs, missing: loop.missing(segments) }
    },
    [Symbol.asyncDispose]: () => engine[Symbol.asyncDispose](),
  }
}
