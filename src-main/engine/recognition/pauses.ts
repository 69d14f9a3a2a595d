import { SAMPLE_RATE } from '../audio/frames.ts'

/** A stretch of a sound; times count from its first sample. */
export interface Pause {
  readonly startMs: number
  readonly endMs: number
}

const frameMs = 10
const frame = (SAMPLE_RATE * frameMs) / 1000

/** Shorter silences belong to words: before a "t" nothing sounds for up to a sixth of a second. */
const shortestMs = 200

/** What is so much quieter than the loudest voice is silence, however quiet the room. */
const belowVoiceDb = 35
/** What is hardly louder than the room is silence, but voice is never nearer than this to the loudest voice. */
const aboveRoomDb = 12
const voiceRangeDb = 15

/** Where nobody speaks, by the loudness of the sound alone. */
export function pausesIn(samples: Int16Array): Pause[] {
  const loudness = loudnessOf(samples)
  const limit = silenceLimit(loudness)
  const pauses: Pause[] = []
  let from = 0
  for (let at = 0; at <= loudness.length; at++) {
    if (at < loudness.length && (loudness[at] ?? 0) < limit) continue
    if ((at - from) * frameMs >= shortestMs)
      pauses.push({ startMs: from * frameMs, endMs: at * frameMs })
    from = at + 1
  }
  return pauses
}

/** Level of each whole frame, in dB under full scale. */
function loudnessOf(samples: Int16Array): number[] {
  return Array.from({ length: Math.floor(samples.length / frame) }, (_, index) => {
    let energy = 0
    for (let at = index * frame; at < (index + 1) * frame; at++) energy += (samples[at] ?? 0) ** 2
    return 20 * Math.log10(Math.sqrt(energy / frame) / 32_768 + 1e-5)
  })
}

function silenceLimit(loudness: readonly number[]): number {
  const sorted = loudness.toSorted((one, other) => one - other)
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? 0
  const room = at(0.1)
  const voice = at(0.95)
  return Math.max(voice - belowVoiceDb, Math.min(room + aboveRoomDb, voice - voiceRangeDb))
}
