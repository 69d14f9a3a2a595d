import type { AppError } from '#contract/errors.ts'

/**
 * The life of a meeting while the program works on it, from the first sound to the last word.
 *
 * Pure and total: every fact is welcome in every phase, and hearing never ends because reading failed.
 */
export type SessionState =
  /** Sound arrives, is recorded, and is read as it comes. `blind`: a reader has failed; recording goes on. */
  | { readonly phase: 'hearing'; readonly blind: boolean }
  /** The source was told to stop; what it still says is recorded. */
  | { readonly phase: 'stopping'; readonly blind: boolean }
  /** No more sound; what was recorded is read to its end. */
  | { readonly phase: 'reading'; readonly blind: boolean }
  /** Somebody wants to leave now; the rest can be read later. `open`: the source has not ended yet. */
  | { readonly phase: 'leaving'; readonly open: boolean }
  | { readonly phase: 'over'; readonly outcome: Outcome }

/** `done`: everything heard was read. `interrupted`: there is sound that has no text yet. */
export type Outcome = 'done' | 'interrupted'

export type Fact =
  | { readonly type: 'sound.ended' }
  | { readonly type: 'sound.failed'; readonly error: AppError }
  | { readonly type: 'stop.asked' }
  | { readonly type: 'leave.asked' }
  | { readonly type: 'reader.failed'; readonly error: AppError }
  | { readonly type: 'readers.finished' }

export type Effect =
  | { readonly type: 'stop.source' }
  | { readonly type: 'close.recording' }
  | { readonly type: 'stop.readers' }
  | { readonly type: 'warn'; readonly error: AppError }
  | { readonly type: 'settle'; readonly outcome: Outcome }

export type Step = readonly [SessionState, readonly Effect[]]

export const hearing: SessionState = { phase: 'hearing', blind: false }

export function step(state: SessionState, fact: Fact): Step {
  switch (state.phase) {
    case 'hearing':
    case 'stopping':
      return whileSounding(state, fact)
    case 'reading':
      return whileReading(state, fact)
    case 'leaving':
      return whileLeaving(state, fact)
    case 'over':
      return [state, []]
  }
}

type In<Phase> = Extract<SessionState, { phase: Phase }>

const close: Effect = { type: 'close.recording' }

function whileSounding(state: In<'hearing' | 'stopping'>, fact: Fact): Step {
  const reading: SessionState = { phase: 'reading', blind: state.blind }
  const stop: readonly Effect[] = state.phase === 'hearing' ? [{ type: 'stop.source' }] : []
  switch (fact.type) {
    case 'sound.ended':
      return [reading, [close]]
    case 'sound.failed':
      return [reading, [{ type: 'warn', error: fact.error }, close]]
    case 'stop.asked':
      // The recording is closed when the source has ended: its last samples count.
      return [{ phase: 'stopping', blind: state.blind }, stop]
    case 'leave.asked':
      return [{ phase: 'leaving', open: true }, [...stop, { type: 'stop.readers' }]]
    case 'reader.failed':
      return [{ ...state, blind: true }, [{ type: 'warn', error: fact.error }]]
    case 'readers.finished':
      // Readers end before the sound only when they have failed, which was told already.
      return [{ ...state, blind: true }, []]
  }
}

function whileReading(state: In<'reading'>, fact: Fact): Step {
  switch (fact.type) {
    case 'readers.finished':
      return over(state.blind ? 'interrupted' : 'done')
    case 'reader.failed':
      return [{ ...state, blind: true }, [{ type: 'warn', error: fact.error }]]
    case 'leave.asked':
      return [{ phase: 'leaving', open: false }, [{ type: 'stop.readers' }]]
    case 'sound.failed':
      return [state, [{ type: 'warn', error: fact.error }]]
    case 'sound.ended':
    case 'stop.asked':
      return [state, []]
  }
}

function whileLeaving(state: In<'leaving'>, fact: Fact): Step {
  switch (fact.type) {
    case 'sound.ended':
    case 'sound.failed':
      return [{ phase: 'leaving', open: false }, state.open ? [close] : []]
    case 'readers.finished': {
      const [next, effects] = over('interrupted')
      return [next, state.open ? [close, ...effects] : effects]
    }
    case 'stop.asked':
    case 'leave.asked':
    case 'reader.failed':
      return [state, []]
  }
}

function over(outcome: Outcome): Step {
  return [{ phase: 'over', outcome }, [{ type: 'settle', outcome }]]
}
