/** What the scripted engine's meetings sound like: a tone on both tracks, for as long as they last. */
import type { CommandInput, EngineApi } from '#contract/commands.ts'
import type { MeetingId } from '#contract/ids.ts'
import type { Meeting, SoundClip } from '#contract/meeting.ts'
import type { SoundPeaks } from '#contract/peaks.ts'
import { wavHeader } from '#engine/audio/wav-header.ts'

const samplesPerMs = 16

export function soundScript(
  meetingOf: (id: MeetingId) => Meeting,
): Pick<EngineApi, 'meeting.clip' | 'meeting.peaks'> {
  return {
    'meeting.clip': async (place) => aClip(meetingOf(place.meetingId), place),
    'meeting.peaks': async (wish) => somePeaks(meetingOf(wish.meetingId), wish),
  }
}

function aClip({ durationMs }: Meeting, place: CommandInput<'meeting.clip'>): SoundClip {
  const { fromMs } = place
  const toMs = Math.min(place.toMs, durationMs)
  const samples = Int16Array.from(
    { length: Math.max(0, toMs - fromMs) * samplesPerMs },
    (_, at) => 4_000 * Math.sin((2 * Math.PI * 220 * (fromMs * samplesPerMs + at)) / 16_000),
  )
  const sound = Buffer.concat([wavHeader(samples.length), new Uint8Array(samples.buffer)])
  return {
    fromMs,
    toMs,
    wholeMs: durationMs,
    mediaType: 'audio/wav',
    base64: sound.toString('base64'),
  }
}

/** Louder and quieter by turns, as people talk. */
function somePeaks(
  { durationMs }: Meeting,
  { buckets, fromMs, toMs }: CommandInput<'meeting.peaks'>,
): SoundPeaks {
  const wave = (shift: number): number[] =>
    Array.from({ length: buckets }, (_, at) => {
      const turn = Math.sin(at / 23 + shift) > 0 ? 1 : 0.05
      return Math.round(1000 * turn * (0.3 + 0.6 * Math.abs(Math.sin(at * 1.7 + shift)))) / 1000
    })
  const whole = { gaps: [], pauses: [] }
  return {
    fromMs,
    toMs: toMs ?? durationMs,
    tracks: [
      { name: 'me', peaks: wave(0), ...whole },
      { name: 'them', peaks: wave(Math.PI), ...whole },
    ],
  }
}
