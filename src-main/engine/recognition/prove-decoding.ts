/** Holds a decoding that makes no sense against what the same process makes of a known clip. */
import { isNonsense } from './nonsense.ts'
import type { DecodeRequest, Decoding } from './recognizer.ts'

interface Options {
  readonly decode: (request: DecodeRequest, signal?: AbortSignal) => Promise<Decoding>
  /** Speech that every model makes words of. */
  readonly clip: () => Promise<Int16Array>
  readonly steadyMs: () => number
  /** It calculates wrongly: what decodes next must be another process. */
  readonly onSick: () => void
  /** Text came that makes sense, or may be what this sound is worth. */
  readonly onSound: () => void
}

/** A process that was found sound is believed for so long: music makes models babble. */
const believedMs = 60_000
/** Its first four seconds say enough, and somebody waits. */
const clipSamples = 4 * 16_000
export function provenDecoding({
  decode,
  clip,
  steadyMs,
  onSick,
  onSound,
}: Options): Options['decode'] {
  let believedUntil = -Infinity

  async function isSick(request: DecodeRequest): Promise<boolean> {
    if (steadyMs() < believedUntil) return false
    const samples = (await clip()).subarray(0, clipSamples)
    const known = { ...request, samples, language: 'en', prompt: '', fullContext: false }
    const decoding = await decode(known)
    const sick = !decoding.aborted && isNonsense(decoding)
    if (!sick) believedUntil = steadyMs() + believedMs
    return sick
  }

  return async (request, signal) => {
    for (;;) {
      // Whoever decodes gives up, and says so, where nothing has come of it too often.
      const decoding = await decode(request, signal)
      if (decoding.aborted) return decoding
      if (!isNonsense(decoding) || !(await isSick(request))) {
        onSound()
        return decoding
      }
      onSick()
    }
  }
}
