/**
 * A live track is read again when reading it failed for a reason that may pass: a process that dies again and again, a
 * model that is gone. Meanwhile recording goes on; what was recorded is read when it works again, or later.
 */
import { AppError, type ErrorCode } from '#contract/errors.ts'
import type { TrackName } from '#contract/transcript.ts'
import { type Warning, wholeWarning } from '#contract/warning.ts'
import type { RecordedSound } from './audio/recording.ts'
import type { Recognizer } from './recognition/recognizer.ts'
import type { Clock } from './runtime/clock.ts'

const passing: ReadonlySet<ErrorCode> = new Set([
  'worker_crashed',
  'model_missing',
  'model_broken',
  'model_mismatch',
])

const firstWaitMs = 5_000
const longestWaitMs = 60_000

interface Options {
  readonly read: () => Promise<void>
  /** How far the track was read; having come further, the waits begin anew. */
  readonly position: () => number
  readonly hasEnded: () => Promise<boolean>
  /** Resolves after so many milliseconds, or earlier with true when no more sound will come. */
  readonly pause: (ms: number) => Promise<boolean>
  readonly trouble: Pick<Trouble, 'began'>
  /** How long what reads is left alone by whoever keeps it; 0: it may be tried. */
  readonly restMs: () => number
  /** It is to be tried now: no more sound will come that could be waited for. */
  readonly hurry: () => void
  readonly signal: AbortSignal
}

/** Rejects with what cannot pass, and with what still fails once the sound has ended. */
export async function readAgain(options: Options): Promise<void> {
  const { read, position, hasEnded, pause, trouble, restMs, hurry, signal } = options
  let waitMs = firstWaitMs
  let ended = false
  for (;;) {
    const from = position()
    try {
      return await read()
    } catch (error) {
      if (signal.aborted || !(error instanceof AppError) || !passing.has(error.code)) throw error
      if (ended || (await hasEnded())) throw error
      if (position() > from) waitMs = firstWaitMs
      trouble.began(error)
      ended = await pause(restMs() || waitMs)
      if (ended) hurry()
      waitMs = Math.min(2 * waitMs, longestWaitMs)
    }
  }
}

/** What the people of a meeting are told: once that text has stopped, and once that it goes on. */
export interface Trouble {
  began(error: AppError): void
  over(): void
}

/** One for all tracks of a meeting: they share the model, and so its trouble. */
export function textTrouble(warn: (warning: Warning) => void): Trouble {
  let told = ''
  return {
    began({ message }) {
      if (told === message) return
      told = message
      warn(wholeWarning('text_stopped', `No text at present: ${message} The recording goes on.`))
    },
    over() {
      if (told === '') return
      told = ''
      const message = 'Text is written again, also of what was said in between.'
      warn(wholeWarning('text_stopped', message, true))
    },
  }
}

/** The recognizer itself, which also says when it works. */
export function tellingOfWork(recognizer: Recognizer, works: () => void): Recognizer {
  return {
    ...recognizer,
    async decode(request, signal) {
      const decoding = await recognizer.decode(request, signal)
      if (!decoding.aborted) works()
      return decoding
    },
  }
}

/** Waits, but no longer than sound comes. */
export async function pauseWhileSounding(
  { later }: Pick<Clock, 'later'>,
  sound: RecordedSound,
  track: TrackName,
  ms: number,
  signal: AbortSignal,
): Promise<boolean> {
  const waited = new AbortController()
  const stop = later(ms, () => waited.abort())
  const either = AbortSignal.any([waited.signal, signal])
  try {
    await sound.grown(track, Infinity, either)
    return true
  } catch (error) {
    if (either.aborted) return signal.aborted
    throw error
  } finally {
    stop()
  }
}
