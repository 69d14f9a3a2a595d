/**
 * Plays a sound to the whole program as a live meeting, the real recognition process included, and notes at which time
 * of the sound each event was told.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { EngineEvent } from '#contract/events.ts'
import type { Meeting, Transcript } from '#contract/meeting.ts'
import type { FinalPass } from '#contract/refining.ts'
import { realPace, systemTimer } from '#engine/audio/pace.ts'
import { assemble, type AssembleOptions } from '../../src-main/assemble.ts'
import { heardVoice, type VoicedStretch } from './heard-voice.ts'
import { type Pacing, replayedSource } from './replayed-source.ts'
import type { Sound } from './sound.ts'
import { stoppedClock } from './stopped-clock.ts'

/**
 * `real`: the sound goes on whatever the machine does. `stopped`: it stands still while anything is computed, and is
 * otherwise as fast as the machine can.
 */
export type ReplayClock = 'real' | 'stopped'

export interface ReplayWishes extends Pick<AssembleOptions, 'adapt' | 'spawnRecognition'> {
  readonly clock: ReplayClock
  /** Id or path; the default is the bundled test model. */
  readonly model?: string
  readonly language?: string
  /** Whether it is read again by stronger means; the end of that is waited for. */
  readonly finalPass?: FinalPass
  /** Called with every event as it is told. */
  readonly onEvent?: (heard: HeardEvent) => void
  /** False: events are only handed to `onEvent`. */
  readonly keepEvents?: boolean
}

export interface HeardEvent {
  /** Milliseconds of the sound that had been heard when it was told. */
  readonly atMs: number
  readonly event: EngineEvent
}

export interface Replayed {
  readonly events: readonly HeardEvent[]
  /** As the meeting ended. */
  readonly meeting: Meeting
  readonly transcript: Transcript
  /** Where a voice was detected. */
  readonly voiced: readonly VoicedStretch[]
  /** From the first sample to the last event. */
  readonly wallMs: number
}

export async function replay(sound: Sound, wishes: ReplayWishes): Promise<Replayed> {
  const data = await mkdtemp(join(tmpdir(), 'rtstt-replay-'))
  try {
    return await replayInto(data, sound, wishes)
  } finally {
    await rm(data, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function replayInto(data: string, sound: Sound, wishes: ReplayWishes): Promise<Replayed> {
  const paced = pacedBy(wishes.clock)
  const source = replayedSource(sound, paced.pacing)
  const { spawnRecognition, adapt = (parts) => parts, keepEvents = true } = wishes
  const voice = heardVoice()
  await using engine = await assemble({
    dataFolder: data,
    ...(spawnRecognition && { spawnRecognition }),
    adapt: (parts) => paced.adapt(voice.adapt(adapt(parts))),
    sound: {
      devices: { list: async () => [], watch: () => () => {} },
      openSource: async () => source,
    },
  })
  const events: HeardEvent[] = []
  const over = Promise.withResolvers<Meeting>()
  const improved = Promise.withResolvers<void>()
  if ((wishes.finalPass ?? 'off') === 'off') improved.resolve()
  engine.subscribe((event) => {
    const heard = { atMs: paced.nowMs(source.reachedMs()), event }
    if (keepEvents) events.push(heard)
    wishes.onEvent?.(heard)
    if (event.type === 'meeting.stopped') {
      over.resolve(event.meeting)
      // What was not read to its end is not read again.
      if (event.meeting.state !== 'done') improved.resolve()
    }
    if (event.type === 'refining.changed' && event.refining.state !== 'running') improved.resolve()
  })
  await engine.api['meeting.start']({
    source: { kind: 'both', microphoneId: null, systemId: null },
    title: null,
    model: wishes.model ?? 'test-speech-en',
    language: wishes.language ?? 'en',
    stopAfterSilenceMs: null,
    finalPass: wishes.finalPass ?? 'off',
    vocabulary: [],
  })
  const meeting = await over.promise
  await improved.promise
  const transcript = await engine.api['meeting.read']({ meetingId: meeting.id })
  return { events, meeting, transcript, voiced: voice.stretches(), wallMs: paced.wallMs() }
}

interface Paced {
  readonly pacing: Pacing
  readonly adapt: NonNullable<AssembleOptions['adapt']>
  /** The time of the sound, given how much of it was handed out. */
  nowMs(reachedMs: number): number
  /** Since the first sample. */
  wallMs(): number
}

function pacedBy(clock: ReplayClock): Paced {
  let startedAtMs: number | null = null
  const wallMs = (): number => (startedAtMs === null ? 0 : performance.now() - startedAtMs)
  const begun = (pacing: Pacing): Pacing => {
    return (ms, signal) => {
      startedAtMs ??= performance.now()
      return pacing(ms, signal)
    }
  }
  switch (clock) {
    case 'real':
      return {
        pacing: begun(realPace(systemTimer)),
        adapt: (parts) => parts,
        nowMs: wallMs,
        wallMs,
      }
    case 'stopped': {
      const { adapt, idle } = stoppedClock()
      return { pacing: begun(idle), adapt, nowMs: (reachedMs) => reachedMs, wallMs }
    }
  }
}
