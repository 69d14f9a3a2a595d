/** The names and terms that a user's meetings expect, and how they are changed. */
import { z } from 'zod'
import type { EngineApi } from '#contract/commands.ts'
import type { EngineEvent } from '#contract/events.ts'
import type { ChangedVocabulary, VocabularyChange } from '#contract/vocabulary.ts'
import type { Settings } from './store/settings.ts'
import type { Store } from './store/store.ts'
import { changeTerms } from './vocabulary/change-terms.ts'

const setting = 'vocabulary'
const Kept = z.array(z.string())

/** The user's terms; what cannot be understood any more is as if there were none. */
export function userTerms(settings: Pick<Settings, 'read'>): readonly string[] {
  return Kept.safeParse(settings.read(setting)).data ?? []
}

export function vocabularyCommands(
  store: Pick<Store, 'settings' | 'transaction'>,
  tell: (event: EngineEvent) => void,
): Pick<EngineApi, 'vocabulary.read' | 'vocabulary.change'> {
  function change(wish: VocabularyChange): ChangedVocabulary {
    const changed = changeTerms(userTerms(store.settings), wish)
    store.settings.write(setting, changed.terms)
    return changed
  }

  return {
    'vocabulary.read': async () => ({ terms: [...userTerms(store.settings)] }),
    async 'vocabulary.change'(wish) {
      // Another program may change it at the same moment.
      const changed = store.transaction(() => change(wish))
      tell({ type: 'vocabulary.changed', terms: changed.terms })
      return changed
    },
  }
}
