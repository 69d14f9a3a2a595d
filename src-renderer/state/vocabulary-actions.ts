/** What a person can do about the names and terms that meetings expect. */
import type { ChangedVocabulary, VocabularyChange } from '#contract/vocabulary.ts'
import type { EngineClient } from '#wire/connect.ts'
import { lasting, problemNotice, tell, type Update } from './perform.ts'

export interface VocabularyActions {
  readVocabulary(): Promise<void>
  /** Null when the engine said no; a notice then says why. */
  changeVocabulary(change: VocabularyChange): Promise<ChangedVocabulary | null>
  /** What the next meeting is to expect besides, as it is typed. */
  expect(text: string): void
}

export function vocabularyActions(update: Update, client: EngineClient): VocabularyActions {
  return {
    async readVocabulary() {
      update(({ vocabulary }) => ({ vocabulary: { ...vocabulary, phase: 'reading' } }))
      try {
        const { terms } = await client.call('vocabulary.read', {})
        // An answer that comes after a newer event is old news.
        update(({ vocabulary }) =>
          vocabulary.phase === 'reading' ? { vocabulary: { phase: 'whole', terms } } : {},
        )
      } catch (error) {
        const phase = lasting(error) === null ? 'unread' : 'failed'
        update(({ vocabulary }) => ({ vocabulary: { ...vocabulary, phase } }))
      }
    },
    async changeVocabulary(change) {
      try {
        const changed = await client.call('vocabulary.change', change)
        update(() => ({ vocabulary: { phase: 'whole', terms: changed.terms } }))
        return changed
      } catch (error) {
        tell(update, problemNotice(error, null))
        return null
      }
    },
    expect: (expected) => update(() => ({ expected })),
  }
}
