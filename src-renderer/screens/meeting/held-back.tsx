import { useEffect, useState } from 'react'
import type { MeetingId } from '#contract/ids.ts'
import type { Refusal } from '#contract/refusal.ts'
import { useApp, useAppState, useSpeech } from '../../pieces/app-context.ts'
import { Symbol } from '../../pieces/symbol.tsx'
import { TimeLink } from '../../pieces/time-link.tsx'
import { ruleText } from '../../texts/by-code.ts'

/** What was understood and not shown, and the way to show it all the same; nothing where there is none. */
export function HeldBack({ meetingId }: { readonly meetingId: MeetingId }) {
  const { t } = useSpeech()
  const [open, setOpen] = useState(false)
  const refused = useRefused(meetingId)
  const held = refused.filter(({ segmentId }) => segmentId === null)
  if (refused.length === 0) return null
  return (
    <details className="account" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <span className="shares quiet" role="status">
          {t('heldBack.count', { count: held.length })}
        </span>
        <span className="turn">
          <Symbol name="down" />
        </span>
      </summary>
      {open && (
        <div className="account-body">
          <p className="quiet">{t('heldBack.why')}</p>
          <ol className="held-back">
            {refused.map((refusal) => (
              <HeldBackPlace key={refusal.id} refusal={refusal} />
            ))}
          </ol>
        </div>
      )}
    </details>
  )
}

function useRefused(meetingId: MeetingId): readonly Refusal[] {
  const { actions } = useApp()
  const known = useAppState(({ refusals }) => refusals[meetingId])
  const connected = useAppState(({ link }) => link === 'connected')
  const needed = connected && known === undefined
  useEffect(() => {
    if (needed) void actions.readRefused(meetingId)
  }, [needed, actions, meetingId])
  return known ?? []
}

function HeldBackPlace({ refusal }: { readonly refusal: Refusal }) {
  const { t } = useSpeech()
  const { actions } = useApp()
  const connected = useAppState(({ link }) => link === 'connected')
  const { id, meetingId, startMs, text, rule, segmentId } = refusal
  return (
    <li>
      <TimeLink meetingId={meetingId} atMs={startMs} />
      <div>
        <p>{text}</p>
        <p className="quiet">{ruleText(t, rule)}</p>
        {segmentId === null ? (
          <button
            type="button"
            className="button"
            disabled={!connected}
            onClick={() => void actions.restore(meetingId, id)}
          >
            {t('heldBack.showIt')}
            <span className="visually-hidden">: {text}</span>
          </button>
        ) : (
          <p>
            <Symbol name="ended" /> {t('heldBack.isShown')}
          </p>
        )}
      </div>
    </li>
  )
}
