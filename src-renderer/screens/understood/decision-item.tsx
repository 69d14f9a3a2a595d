import type { MeetingId } from '#contract/ids.ts'
import type { Decision } from '#contract/insight.ts'
import { useSpeech } from '../../pieces/app-context.ts'
import { meetingAddress } from '../../state/route.ts'
import { shortDay } from '../../texts/format.ts'
import { Cites } from './cite.tsx'
import { InsightEditor } from './insight-editor.tsx'
import { Item } from './item.tsx'

interface Props {
  readonly meetingId: MeetingId
  readonly decision: Decision
}

export function DecisionItem({ meetingId, decision }: Props) {
  const { t, locale } = useSpeech()
  const { changes } = decision
  return (
    <Item
      meetingId={meetingId}
      insight={decision}
      editor={(onDone) => (
        <InsightEditor meetingId={meetingId} insight={decision} onDone={onDone} />
      )}
    >
      <p>{decision.text}</p>
      <p className="item-facts quiet">
        <Cites citations={decision.citations} />
      </p>
      {changes && (
        <p className="changes">
          <a href={meetingAddress(changes.meetingId)}>
            {t('insights.changes', { day: shortDay(changes.startedAt, locale) })}
          </a>
          <span className="quiet">
            {changes.meetingTitle}: {changes.text}
          </span>
        </p>
      )}
    </Item>
  )
}
