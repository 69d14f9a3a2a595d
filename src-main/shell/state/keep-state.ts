/** Holds the desktop's state and tells whoever shows it. */
import type { EngineEvent } from '#contract/events.ts'
import type { DesktopState } from './desktop-state.ts'
import { firstState } from './desktop-state.ts'

type Listener = (after: DesktopState, before: DesktopState, event: EngineEvent | null) => void

export interface KeptState {
  now(): DesktopState
  /** `event`: what it changed by; null when the engine was found or lost. */
  change(to: (before: DesktopState) => DesktopState, event: EngineEvent | null): void
  onChange(listener: Listener): void
}

export function keepState(): KeptState {
  let state = firstState
  const listeners: Listener[] = []
  return {
    now: () => state,
    change(to, event) {
      const before = state
      state = to(before)
      for (const tell of listeners) tell(state, before, event)
    },
    onChange: (listener) => void listeners.push(listener),
  }
}
