import { useMemo } from 'react'
import type { Segment } from '#contract/transcript.ts'
import { doubtfulBelow, doubtfulRanges } from '../state/doubt.ts'
import { useSpeech } from './app-context.ts'

/** Says what the dotted line under a word means, where there is any. */
export function DoubtLegend({ segments }: { readonly segments: readonly Segment[] }) {
  const { t } = useSpeech()
  const any = useMemo(
    () => segments.some((one) => hasDoubt(one) && doubtfulRanges(one).length > 0),
    [segments],
  )
  if (!any) return null
  return (
    <p className="quiet legend">
      <span className="doubtful">{t('transcript.dottedWords')}</span> {t('transcript.dottedMeans')}
    </p>
  )
}

/** Quick, because most segments of a long meeting have none. */
function hasDoubt({ words }: Segment): boolean {
  return words.some(({ confidence }) => confidence < doubtfulBelow)
}
