/** What becomes of a back end that was tried, told in words for people. */
import { comparedWords, wordDistance } from '../language/word-distance.ts'

export interface Decoded {
  readonly text: string
  /** The best of some tries. */
  readonly ms: number
}

export type Stage = 'opening' | 'loading' | 'decoding'

/** How a try on a back end ended. */
export type Trial =
  | ({ readonly kind: 'decoded'; readonly onProcessor: boolean } & Decoded)
  | { readonly kind: 'died'; readonly stage: Stage; readonly reason: string }
  | { readonly kind: 'hung'; readonly stage: Stage; readonly reason: string }
  | { readonly kind: 'failed'; readonly stage: Stage; readonly reason: string }

export type Verdict =
  /** `speed`: how many times as fast as the processor it was. */
  | { readonly state: 'usable'; readonly speed: number }
  | { readonly state: 'disabled'; readonly reason: string }

/** Devices calculate a little differently, so a doubtful word may differ; a broken one differs in most. */
const mostDifferentShare = 0.1

const during: Readonly<Record<Stage, string>> = {
  opening: 'while its library was loaded',
  loading: 'while the model was loaded onto it',
  decoding: 'while it decoded',
}

export function judge(trial: Trial, yardstick: Decoded): Verdict {
  if (trial.kind !== 'decoded') return { state: 'disabled', reason: sentenceOf(trial) }
  if (trial.onProcessor)
    return disabled('It took no model, so that the processor did all of the work.')
  const expected = comparedWords(yardstick.text)
  const different = wordDistance(expected, comparedWords(trial.text))
  if (different > expected.length * mostDifferentShare)
    return disabled(
      `It decoded other words than the processor: ${different} of ${expected.length} differ.`,
    )
  return { state: 'usable', speed: yardstick.ms / Math.max(trial.ms, 0.1) }
}

function disabled(reason: string): Verdict {
  return { state: 'disabled', reason }
}

export function sentenceOf(trial: Exclude<Trial, { kind: 'decoded' }>): string {
  const when = during[trial.stage]
  switch (trial.kind) {
    case 'died':
      return `It ended its process ${when} (${trial.reason}).`
    case 'hung':
      return `It stopped answering ${when} (${trial.reason}).`
    case 'failed':
      return `It failed ${when}: ${trial.reason}`
  }
}
