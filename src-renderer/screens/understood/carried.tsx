import { useEffect, useState } from 'react'
import type { MeetingId } from '#contract/ids.ts'
import type { CarriedOver } from '#contract/insight.ts'
import { useApp, useAppState, useSpeech } from '../../pieces/app-context.ts'
import { Symbol } from '../../pieces/symbol.tsx'
import { meetingAddress } from '../../state/route.ts'
import { shortDay } from '../../texts/format.ts'
import { Owner } from './action-item.tsx'

type Left = CarriedOver['actions'][number] | CarriedOver['decisions'][number]

/** What earlier meetings of the series left open; nothing where there is none. */
export function Carried({ meetingId }: { readonly meetingId: MeetingId }) {
  const { t } = useSpeech()
  const { actions, decisions } = useCarried(meetingId)
  const count = actions.length + decisions.length
  if (count === 0) return null
  return (
    <details className="carried">
      <summary>
        {t('insights.carried', { number: count })}
        <Symbol name="down" />
      </summary>
      <LeftList title={t('insights.actions')} left={actions} />
      <LeftList title={t('insights.decisions')} left={decisions} />
    </details>
  )
}

function LeftList({ title, left }: { readonly title: string; readonly left: readonly Left[] }) {
  const { locale } = useSpeech()
  if (left.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <ul className="items">
        {left.map(({ meetingId, meetingTitle, startedAt, insight }) => (
          <li key={insight.id} className="item" data-item>
            <div className="item-body">
              <p>{insight.text}</p>
              <p className="item-facts quiet">
                {insight.kind === 'action' && <Owner owner={insight.owner} />}
                <a href={meetingAddress(meetingId, insight.citations[0]?.startMs ?? null)}>
                  {meetingTitle}, {shortDay(startedAt, locale)}
                </a>
              </p>
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}

function useCarried(meetingId: MeetingId): CarriedOver {
  const { actions } = useApp()
  const connected = useAppState(({ link }) => link === 'connected')
  const [carried, setCarried] = useState<CarriedOver>({ actions: [], decisions: [] })
  useEffect(() => {
    if (!connected) return
    let wanted = true
    void actions.readCarried(meetingId).then((answer) => wanted && setCarried(answer))
    return () => {
      wanted = false
    }
  }, [connected, actions, meetingId])
  return carried
}
