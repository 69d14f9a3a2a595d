import { memo } from 'react'
import type { MeetingId } from '#contract/ids.ts'
import type { Mark } from '../state/marks.ts'
import { spokenMark } from '../texts/mark-text.ts'
import { useSpeech } from './app-context.ts'
import { TimeLink } from './time-link.tsx'

interface Props {
  readonly meetingId: MeetingId
  readonly mark: Mark
}

/** A thin line between the words: here something is missing, how much, and why. */
export const MarkLine = memo(function MarkLine({ meetingId, mark }: Props) {
  const { t, locale } = useSpeech()
  return (
    <div className={`mark ${mark.kind}`}>
      <p>
        <TimeLink meetingId={meetingId} atMs={mark.atMs} />
        {' · '}
        {spokenMark(mark, t, locale)}
      </p>
    </div>
  )
})
