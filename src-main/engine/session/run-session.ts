import { AppError } from '#contract/errors.ts'
import { type Effect, type Fact, hearing, type Outcome, type SessionState, step } from './step.ts'

/** What a session needs of the world. None of these throws for a failure that a person can be told about. */
export interface SessionPorts {
  /** Writes all sound to the recording; resolves at its end, rejects when sound can no longer be had or kept. */
  readonly hear: () => Promise<void>
  /** Makes `hear` end. */
  readonly stopSource: () => void
  readonly closeRecording: () => Promise<void>
  /** Follows the recording, one per track, until it is closed and read, or the signal fires. */
  readonly readers: ReadonlyArray<(signal: AbortSignal) => Promise<void>>
  readonly warn: (error: AppError) => void
  /** A failure that is nobody's input. */
  readonly onBug: (error: unknown) => void
}

export interface Session {
  /** Resolves when the session is over; never rejects. */
  readonly over: Promise<{ readonly outcome: Outcome; readonly failure: AppError | null }>
  /** Hears no more and reads what was heard. */
  stop(): void
  /** Ends as soon as it can; the rest can be read later. */
  leave(): void
}

/** Gives a session its life: feeds facts to `step` and carries out the effects. The only impure file here. */
export function runSession(ports: SessionPorts): Session {
  let state: SessionState = hearing
  let failure: AppError | null = null
  const stopReading = new AbortController()
  const over = Promise.withResolvers<{ outcome: Outcome; failure: AppError | null }>()

  function tell(fact: Fact): void {
    const [next, effects] = step(state, fact)
    state = next
    for (const effect of effects) carryOut(effect)
  }

  function carryOut(effect: Effect): void {
    switch (effect.type) {
      case 'stop.source':
        return ports.stopSource()
      case 'close.recording':
        ports
          .closeRecording()
          .catch((error: unknown) => tell({ type: 'sound.failed', error: inWords(error) }))
        return
      case 'stop.readers':
        return stopReading.abort()
      case 'warn':
        failure ??= effect.error
        return ports.warn(effect.error)
      case 'settle':
        return over.resolve({ outcome: effect.outcome, failure })
    }
  }

  function inWords(error: unknown): AppError {
    if (error instanceof AppError) return error
    ports.onBug(error)
    return new AppError('internal', 'Something went wrong inside the engine. The log says more.', {
      cause: error,
    })
  }

  const reading = ports.readers.map((read) =>
    read(stopReading.signal).catch((error: unknown) => {
      if (!stopReading.signal.aborted) tell({ type: 'reader.failed', error: inWords(error) })
    }),
  )
  const heard = ports.hear().then(
    () => tell({ type: 'sound.ended' }),
    (error: unknown) => tell({ type: 'sound.failed', error: inWords(error) }),
  )
  // Readers that fail early leave the sound to be recorded; the session is over when both have ended.
  void Promise.all([heard, ...reading]).then(() => tell({ type: 'readers.finished' }))

  return {
    over: over.promise,
    stop: () => tell({ type: 'stop.asked' }),
    leave: () => tell({ type: 'leave.asked' }),
  }
}
