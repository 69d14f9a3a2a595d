import { useCallback } from 'react'
import { useSpeech } from '../../../pieces/app-context.ts'
import type { Notice } from '../../../state/notices.ts'
import { errorText } from '../../../texts/by-code.ts'

/** Says what stood in the way of an edit, in the language of the page where it is known. */
export function useProblemText(): (problem: Notice) => string {
  const { t } = useSpeech()
  return useCallback(
    ({ code, text }: Notice) => {
      if (code === 'engine_gone') return t('page.engineGone')
      const known = code === null || code === 'stopped_by_silence' ? null : errorText(t, code)
      return known ?? (text || t('page.somethingBroke'))
    },
    [t],
  )
}
