/** The names and terms that the user's meetings expect, as far as the engine has told. */
import type { EngineEvent } from '#contract/events.ts'

export interface KnownTerms {
  readonly phase: 'unread' | 'reading' | 'whole' | 'failed'
  readonly terms: readonly string[]
}

export const unreadTerms: KnownTerms = { phase: 'unread', terms: [] }

export function applyToTerms(known: KnownTerms, event: EngineEvent): KnownTerms {
  return event.type === 'vocabulary.changed' ? { phase: 'whole', terms: event.terms } : known
}
