import type { SegmentId } from '#contract/ids.ts'
import type { Meeting } from '#contract/meeting.ts'
import { useAppState, useSpeech } from '../../pieces/app-context.ts'
import type { Marks } from '../../pieces/transcript-view.tsx'
import type { FlowItem } from '../../state/flow.ts'
import type { Growing } from '../../state/growing.ts'
import { Hypotheses } from './hypotheses.tsx'
import { LongText } from './long-text.tsx'

/** The usual size of text that is read. */
const readRem = 1.0625

interface Props {
  readonly meeting: Meeting
  readonly text: {
    readonly items: readonly FlowItem[]
    readonly marks: Marks
    readonly growing: Growing
    readonly litId: SegmentId | null
  }
  readonly scale: number
}

/** What is said, as it is said. */
export function GrowingText({ meeting, text, scale }: Props) {
  const { t } = useSpeech()
  const phase = useAppState(({ transcripts }) => transcripts[meeting.id]?.phase ?? 'unread')
  const { apart } = text.growing
  const empty = text.items.length === 0 && apart.length === 0
  return (
    <div className="live-text" style={{ fontSize: `${(readRem * scale).toFixed(3)}rem` }}>
      {/* A screen reader hears text that is closed only, and not all of it at once when the page is opened. */}
      <div
        role="log"
        aria-label={t('transcript.title')}
        aria-live={phase === 'whole' ? 'polite' : 'off'}
        aria-relevant="additions"
      >
        <LongText meetingId={meeting.id} {...text} />
      </div>
      <Hypotheses spoken={apart} />
      {meeting.state === 'live' && empty && (
        <p className="quiet">{t(phase === 'whole' ? 'live.waitingForSpeech' : 'page.loading')}</p>
      )}
    </div>
  )
}
