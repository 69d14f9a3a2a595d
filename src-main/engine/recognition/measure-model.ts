/** Measures a speech model on a back end, in a process of its own. */
import type { BackendId } from './backend.ts'
import { sentenceOf } from './judge-backend.ts'
import { inOwnProcess, type TrialParts, wholeWindow } from './try-backend.ts'
import type { DecodeTimings } from './recognizer.ts'

export interface Measured {
  readonly kind: 'measured'
  /** The best of a few decodes of the whole clip. */
  readonly whole: DecodeTimings
  readonly text: string
  /** Of looks at beginnings of the clip, as they are taken while somebody speaks. */
  readonly looksMs: readonly number[]
}

export interface Unmeasured {
  readonly kind: 'unmeasured'
  /** A sentence for people. */
  readonly problem: string
}

export interface MeasuredClip {
  readonly modelPath: string
  readonly samples: Int16Array
  readonly language: string
}

const wholeDecodes = 3
/** Lengths of utterances under way, in samples: two to ten seconds. */
const looks = [2, 3, 4, 5, 6, 7, 8, 9, 10].map((seconds) => seconds * 16_000)

export async function measureModel(
  id: BackendId,
  { modelPath, samples, language }: MeasuredClip,
  parts: TrialParts,
): Promise<Measured | Unmeasured> {
  const result = await inOwnProcess<Measured>(id, parts, async (recognizer, reached) => {
    reached('loading')
    await recognizer.load(modelPath)
    reached('decoding')
    const request = { ...wholeWindow, modelPath, samples, language }
    let best: DecodeTimings | null = null
    let text = ''
    for (let count = 0; count < wholeDecodes; count++) {
      const { segments, timings } = await recognizer.decode(request)
      text = segments.map((segment) => segment.text).join(' ')
      best = best === null || spent(timings) < spent(best) ? timings : best
    }
    const looksMs: number[] = []
    for (const length of looks) {
      const begun = samples.subarray(0, length)
      const { timings } = await recognizer.decode({
        ...request,
        samples: begun,
        fullContext: false,
      })
      looksMs.push(spent(timings))
    }
    return { kind: 'measured', whole: best ?? { encodeMs: 0, decodeMs: 0 }, text, looksMs }
  })
  return result.kind === 'measured' ? result : { kind: 'unmeasured', problem: sentenceOf(result) }
}

function spent({ encodeMs, decodeMs }: DecodeTimings): number {
  return encodeMs + decodeMs
}
