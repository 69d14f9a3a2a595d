/** What can be asked of a decoding, and what is meant when nothing is said. */

export interface DecodeOptions {
  /** A language code such as 'en', or 'auto'. An English-only model always writes English. */
  readonly language?: string
  readonly threads?: number
  /** How much sound the encoder looks at, in its own frames of 20 ms; 0 is the full 30 s. The sound must fit into it. */
  readonly audioContext?: number
  /** Number of beams; 1 is greedy. */
  readonly beam?: number
  /** Words and names to expect; given to the model before every window. */
  readonly prompt?: string
  /** How many tokens of the text so far the model sees when it decodes the next 30 s of the same sound. */
  readonly maxTextContext?: number
  /** Tokens per segment; 0 is no limit. */
  readonly maxTokens?: number
  readonly singleSegment?: boolean
  readonly timestamps?: boolean
  /** Looks once more at what was decoded, to tell when each token was said. */
  readonly tokenTimes?: boolean
  /** Forbids tokens such as music notes and bracketed noises. */
  readonly suppressNonSpeech?: boolean
  readonly temperature?: number
  /** Added when a decoding looks wrong, to try again; 0 is never. */
  readonly temperatureIncrement?: number
  readonly entropyThreshold?: number
  readonly logProbabilityThreshold?: number
  readonly noSpeechThreshold?: number
  readonly signal?: AbortSignal
}

/**
 * One thread, because ggml's threads spin while they wait and two on a busy machine are slower than one. No text context,
 * because a small model that reads its own words again begins to repeat or to invent.
 */
export const defaults = {
  language: 'auto',
  threads: 1,
  audioContext: 0,
  beam: 1,
  prompt: '',
  maxTextContext: 0,
  maxTokens: 0,
  singleSegment: false,
  timestamps: true,
  tokenTimes: false,
  suppressNonSpeech: false,
  temperature: 0,
  temperatureIncrement: 0.2,
  entropyThreshold: 2.4,
  logProbabilityThreshold: -1,
  noSpeechThreshold: 0.6,
} satisfies Required<Omit<DecodeOptions, 'signal'>>

/** Samples per frame of the encoder: 20 ms at 16 kHz. */
const samplesPerFrame = 320

/** What the caller did wrong, or undefined. whisper.cpp would lose sound or work on garbage without a word. */
export function mistakeIn(samples: Float32Array, audioContext: number): string | undefined {
  if (samples.length === 0) return 'There is no sound to decode.'
  const covered = audioContext * samplesPerFrame
  if (audioContext > 0 && samples.length > covered) {
    return `An audio context of ${audioContext} covers ${covered} samples, and the sound has ${samples.length}: speech would be lost.`
  }
  return undefined
}
