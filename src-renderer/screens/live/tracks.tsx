import { useState, useSyncExternalStore } from 'react'
import type { Hearing } from '#contract/hearing.ts'
import { useApp, useSpeech } from '../../pieces/app-context.ts'
import { Symbol } from '../../pieces/symbol.tsx'
import { shownState } from '../../state/track-view.ts'
import { deviceName } from './track-texts.ts'
import { TrackTile } from './track-tile.tsx'

interface Props {
  readonly hearing: Hearing
  /** Whether what is known of it is so now. */
  readonly sure: boolean
}

/** What every track of a live meeting hears. */
export function Tracks({ hearing, sure }: Props) {
  const { t } = useSpeech()
  return (
    <>
      <ul
        className="tracks m-0 flex min-w-0 list-none flex-wrap items-center gap-x-5 gap-y-1 p-0 @max-[34rem]/live:gap-x-3"
        aria-label={t('tracks.title')}
      >
        {hearing.tracks.map((track) => (
          <TrackTile key={track.track} hearing={hearing} track={track} sure={sure} />
        ))}
      </ul>
      <TrackNews hearing={hearing} sure={sure} />
      <OneSided hearing={hearing} />
    </>
  )
}

/** Tells a screen reader when a track's state changes; that somebody is silent for a while is no news. */
function TrackNews({ hearing, sure }: Props) {
  const { t } = useSpeech()
  return (
    <div className="sr-only" role="status" aria-atomic="false">
      {hearing.tracks.map((track) => {
        const state = shownState(track, { hearing, sure, silent: false })
        const news = {
          voice: t(`transcript.voices.${track.track}`),
          state: t(`tracks.states.${state}`),
          device: deviceName(track, t),
        }
        return <p key={track.track}>{t('tracks.news', news)}</p>
      })}
    </div>
  )
}

/** A hint, no alarm: the others may really be silent. It goes by itself, or when it is read. */
function OneSided({ hearing }: { readonly hearing: Hearing }) {
  const { t } = useSpeech()
  const { levels } = useApp()
  const { meetingId, tracks, paused, microphoneMuted } = hearing
  const oneSided = useSyncExternalStore(levels.onSilence, () => levels.isOneSided(meetingId))
  const [read, setRead] = useState(false)
  if (!oneSided && read) setRead(false)
  const them = tracks.find(({ track, state }) => track === 'them' && state === 'hearing')
  const heard = !paused && !microphoneMuted
  return (
    <div role="status" className="basis-full empty:hidden">
      {oneSided && !read && heard && them && (
        <div className="hint">
          <Symbol name="note" />
          <p>
            {them.everything || them.device === null
              ? t('tracks.oneSidedHere')
              : t('tracks.oneSided', { device: them.device })}
          </p>
          <button
            type="button"
            className="icon-button"
            aria-label={t('page.close')}
            onClick={() => setRead(true)}
          >
            <Symbol name="close" />
          </button>
        </div>
      )}
    </div>
  )
}
