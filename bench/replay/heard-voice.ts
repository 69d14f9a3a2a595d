/** Where the program's own voice detection heard somebody. */
import { TrackName } from '#contract/transcript.ts'
import { toMs } from '#engine/audio/frames.ts'
import type { Parts } from '#engine/parts.ts'
import { voiceRules, windowSamples } from '#engine/voice/voice-rules.ts'

export interface VoicedStretch {
  readonly track: TrackName
  readonly fromMs: number
  readonly toMs: number
}

export interface HeardVoice {
  adapt(parts: Parts): Parts
  /** Runs of windows with a voice, those left out that are too short to be anybody's. */
  stretches(): VoicedStretch[]
}

export function heardVoice(): HeardVoice {
  const heard = new Map<string, number>()
  const found: VoicedStretch[] = []
  const open = new Map<string, number>()
  const over = new Set<string>()

  function close(stream: string, to: number): void {
    const from = open.get(stream)
    open.delete(stream)
    if (from === undefined || to - from < voiceRules.shortest) return
    const track = trackOf(stream)
    if (track) found.push({ track, fromMs: toMs(from), toMs: toMs(to) })
  }

  function note(stream: string, probabilities: readonly number[]): void {
    if (over.has(stream)) return
    let at = heard.get(stream) ?? 0
    for (const probability of probabilities) {
      if (probability < voiceRules.openAt) close(stream, at)
      else if (!open.has(stream)) open.set(stream, at)
      at += windowSamples
    }
    heard.set(stream, at)
  }

  return {
    adapt: (parts) => ({
      ...parts,
      recognizer: {
        ...parts.recognizer,
        async detect(stream, samples) {
          const probabilities = await parts.recognizer.detect(stream, samples)
          note(stream, probabilities)
          return probabilities
        },
        async forget(stream) {
          close(stream, heard.get(stream) ?? 0)
          over.add(stream)
          await parts.recognizer.forget(stream)
        },
      },
    }),
    stretches() {
      for (const [stream, at] of heard) close(stream, at)
      return found
    },
  }
}

/** A live stream is named by its meeting and its track. */
function trackOf(stream: string): TrackName | null {
  const [, name, more] = stream.split('/')
  const track = TrackName.safeParse(name)
  return track.success && more === undefined ? track.data : null
}
