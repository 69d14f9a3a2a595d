import { useEffect } from 'react'
import type { MeetingId } from '#contract/ids.ts'
import type { Refining } from '#contract/refining.ts'
import { refinedShare } from '../state/refinings.ts'
import { percent } from '../texts/format.ts'
import type { Translate } from '../texts/typing.ts'
import { useApp, useAppState, useSpeech } from './app-context.ts'

/** How a meeting stands that is being read again, or was just now; nothing where it is not. */
export function RefiningLine({ meetingId }: { readonly meetingId: MeetingId }) {
  const { t } = useSpeech()
  const refining = useRefining(meetingId)
  const running = refining?.state === 'running'
  return (
    <>
      {running && <Running refining={refining} />}
      {/* Told once, not with every percent. */}
      <p role="status" className={running ? 'visually-hidden' : 'quiet refining-end'}>
        {refining && refiningText(t, refining.state)}
      </p>
    </>
  )
}

function refiningText(t: Translate, state: Refining['state']): string {
  return state === 'running' ? t('refining.improvingNow') : t(`refining.ends.${state}`)
}

/** What is known of it; asks the engine where nobody has told yet. */
export function useRefining(meetingId: MeetingId): Refining | null {
  const { actions } = useApp()
  const known = useAppState(({ refinings }) => refinings[meetingId])
  const connected = useAppState(({ link }) => link === 'connected')
  const needed = connected && known === undefined
  useEffect(() => {
    if (needed) void actions.readRefining(meetingId)
  }, [needed, actions, meetingId])
  return known ?? null
}

function Running({ refining }: { readonly refining: Refining }) {
  const { t, locale } = useSpeech()
  const { actions } = useApp()
  const connected = useAppState(({ link }) => link === 'connected')
  const share = Math.floor(refinedShare(refining) * 100) / 100
  return (
    <div className="refining">
      <p>{t('refining.improving', { share: percent(share, locale) })}</p>
      <progress aria-label={t('refining.improvingOf')} max={1} value={share} />
      <button
        type="button"
        className="button"
        disabled={!connected}
        onClick={() => void actions.cancelRefining(refining.meetingId)}
      >
        {t('page.cancel')}
        <span className="visually-hidden">: {t('refining.improve')}</span>
      </button>
    </div>
  )
}
