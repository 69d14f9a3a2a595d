import { useEffect } from 'react'
import type { Insight } from '#contract/insight.ts'
import type { Meeting } from '#contract/meeting.ts'
import { useApp, useAppState, useSpeech } from '../../pieces/app-context.ts'
import { type KnownInsights, ofKind, unreadInsights } from '../../state/insights.ts'
import { ActionItem } from './action-item.tsx'
import { Carried } from './carried.tsx'
import { DecisionItem } from './decision-item.tsx'
import { Group } from './group.tsx'
import { InsightsNews } from './insights-news.tsx'
import { Keywords } from './keywords.tsx'
import { QuestionList } from './question-list.tsx'
import { ToneStrip } from './tone-strip.tsx'
import { Topics } from './topics.tsx'
import { WhoSays } from './who-says.tsx'

/** What matters in a meeting; while people talk it fills by itself. */
export function InsightsTab({ meeting }: { readonly meeting: Meeting }) {
  const { t } = useSpeech()
  const { phase, problem, insights, understanding } = useInsights(meeting.id)
  const live = meeting.state === 'live'
  if (phase === 'failed') {
    return (
      <p role="alert" className="problem">
        {problem || t('insights.unread')}
      </p>
    )
  }
  return (
    <>
      {understanding && <WhoSays {...understanding} />}
      {live && phase === 'whole' && <InsightsNews insights={insights} />}
      {insights.length === 0 && (
        <p className="quiet empty-tab">
          {phase !== 'whole'
            ? t('page.loading')
            : live
              ? t('insights.nothingYet')
              : t('insights.nothing')}
        </p>
      )}
      <Kinds meeting={meeting} insights={insights} />
      <Carried meetingId={meeting.id} />
    </>
  )
}

interface KindsProps {
  readonly meeting: Meeting
  readonly insights: readonly Insight[]
}

function Kinds({ meeting, insights }: KindsProps) {
  const { t } = useSpeech()
  const { id: meetingId } = meeting
  return (
    <>
      <Group title={t('insights.actions')} items={ofKind(insights, 'action')}>
        {(action) => <ActionItem key={action.id} meetingId={meetingId} action={action} />}
      </Group>
      <Group title={t('insights.decisions')} items={ofKind(insights, 'decision')}>
        {(decision) => <DecisionItem key={decision.id} meetingId={meetingId} decision={decision} />}
      </Group>
      <QuestionList meetingId={meetingId} questions={ofKind(insights, 'question')} />
      <Topics topics={ofKind(insights, 'topic')} />
      <Keywords keywords={ofKind(insights, 'keyword')} />
      <ToneStrip tones={ofKind(insights, 'tone')} />
    </>
  )
}

/** Reads them whenever they are not known to be whole. */
function useInsights(meetingId: Meeting['id']): KnownInsights {
  const { actions } = useApp()
  const known = useAppState((state) => state.insights[meetingId] ?? unreadInsights)
  const connected = useAppState(({ link }) => link === 'connected')
  const needed = connected && known.phase === 'unread'
  useEffect(() => {
    if (needed) void actions.readInsights(meetingId)
  }, [needed, actions, meetingId])
  return known
}
