import type { Device } from '#contract/device.ts'
import type { FinalPass } from '#contract/refining.ts'
import type { AssembleOptions } from '../assemble.ts'
import { realEngine } from './real-engine.ts'
import type { ScriptedSource } from './scripted-source.ts'

export type LiveMeeting = Awaited<ReturnType<typeof meetingOver>>

/** What every computer of these tests has. */
export const desk: Device = {
  id: 'desk',
  kind: 'microphone',
  name: 'Desk microphone',
  isDefault: true,
  isDefaultForCalls: true,
  sampleRate: 48_000,
  channels: 1,
  sampleFormat: 'f32',
}

interface More extends Partial<AssembleOptions> {
  readonly finalPass?: FinalPass
}

/** A live meeting over a source that the test plays. */
export async function meetingOver(
  source: ScriptedSource,
  stopAfterSilenceMs: number | null = null,
  { finalPass = 'off', ...options }: More = {},
) {
  const listeners = new Set<(devices: readonly Device[]) => void>()
  const devices = {
    list: async () => [desk],
    watch: (listener: (devices: readonly Device[]) => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
  const engine = await realEngine({
    ...options,
    sound: { devices, openSource: async () => source },
  })
  const { id: meetingId } = await engine.api['meeting.start']({
    source: { kind: 'both', microphoneId: null, systemId: null },
    title: null,
    model: 'test-speech-en',
    language: 'en',
    stopAfterSilenceMs,
    finalPass,
    vocabulary: [],
  })
  return {
    engine,
    meetingId,
    listeners,
    accountOf: async (name: 'me' | 'them') => {
      const { tracks } = await engine.api['meeting.read']({ meetingId })
      return tracks.find((track) => track.name === name)?.account ?? null
    },
    [Symbol.asyncDispose]: () => engine[Symbol.asyncDispose](),
  }
}
