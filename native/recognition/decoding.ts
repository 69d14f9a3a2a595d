/** What comes out of a decoding. Times count from the first sample. */

export interface Token {
  readonly id: number
  /** May be a part of a UTF-8 character or a mark such as [_BEG_]: for people, use the segment's text. */
  readonly text: string
  readonly probability: number
  /** Negative: not known. */
  readonly startMs: number
  readonly endMs: number
}

export interface DecodedSegment {
  readonly startMs: number
  readonly endMs: number
  readonly text: string
  readonly noSpeechProbability: number
  /** How sure the model was of its words: the mean of the logarithms of their tokens' probabilities. */
  readonly averageLogProbability: number
  readonly tokens: readonly Token[]
}

export interface Decoding {
  /** After an abort: the segments that were complete by then. */
  readonly segments: readonly DecodedSegment[]
  readonly language: string
  /** The end of the prompt that the decoder saw: of a long one only the last 223 tokens (half of its context) fit. */
  readonly promptTokens: readonly string[]
  readonly aborted: boolean
  readonly timings: Timings
}

export interface Timings {
  readonly melMs: number
  readonly encodeMs: number
  readonly decodeMs: number
  readonly promptMs: number
  readonly batchMs: number
  readonly sampleMs: number
  /** Finding the times of tokens. */
  readonly alignMs: number
  readonly encodes: number
  readonly decodes: number
}
