import { useMemo, useState } from 'react'
import type { Meeting } from '#contract/meeting.ts'
import { useAppState, useSpeech } from '../../pieces/app-context.ts'
import { DoubtLegend } from '../../pieces/doubt-legend.tsx'
import { Symbol } from '../../pieces/symbol.tsx'
import { TranscriptView } from '../../pieces/transcript-view.tsx'
import { useGrowing } from '../../pieces/use-growing.ts'
import { useReadText } from '../../pieces/use-read-text.ts'
import { useTitle } from '../../pieces/use-title.ts'
import { findPlaces } from '../meeting/find-places.ts'
import { UnderstoodLayout } from '../understood/understood-layout.tsx'
import { useJump } from '../understood/use-jump.ts'
import { useTab } from '../understood/use-tab.ts'
import { Hypotheses } from './hypotheses.tsx'
import { LiveBar } from './live-bar.tsx'
import { LiveLanguage } from './live-language.tsx'
import { useFollowEnd } from './use-follow-end.ts'

/** A meeting while it is heard: the text grows, and the view goes with it unless the reader looks back. */
export function LiveMeeting({ meeting }: { readonly meeting: Meeting }) {
  const { t } = useSpeech()
  const live = meeting.state === 'live'
  const { segments, items } = useReadText(meeting.id, live)
  const now = useGrowing(meeting.id, items)
  const tab = useTab()
  const { following, backToEnd } = useFollowEnd(tab.textShown)
  const { jump, jumped } = useJump(segments, tab)
  const [wanted, setWanted] = useState('')
  const { marks } = useMemo(() => findPlaces(segments, wanted), [segments, wanted])
  const phase = useAppState(({ transcripts }) => transcripts[meeting.id]?.phase ?? 'unread')
  const paused = useAppState(({ hearings }) => hearings[meeting.id]?.hearing?.paused ?? false)
  // What the browser's tab shows while another one is open.
  useTitle(live ? `${paused ? '⏸' : '●'} ${meeting.title}` : meeting.title)

  const place = {
    meetingId: meeting.id,
    jump,
    find: (words: string) => {
      setWanted(words)
      const [first] = findPlaces(segments, words).places
      const segment = segments.find(({ id }) => id === first)
      if (segment) jump({ segmentId: segment.id, startMs: segment.startMs })
    },
  }
  const foot = (
    <div className="live-foot">
      {live && tab.textShown && !following && (
        <button type="button" className="button back-to-live" onClick={backToEnd}>
          <Symbol name="bottom" />
          {t('live.backToLive')}
        </button>
      )}
      <LiveBar meeting={meeting} />
    </div>
  )

  return (
    <article className="live-meeting" aria-labelledby="live-title">
      <h1 id="live-title">{meeting.title}</h1>
      <UnderstoodLayout meeting={meeting} tab={tab} place={place} foot={foot}>
        {live && <LiveLanguage meeting={meeting} />}
        <DoubtLegend segments={segments} />
        <div className="live-text">
          {/* A screen reader hears text that is closed only, and not all of it at once when the page is opened. */}
          <div
            role="log"
            aria-label={t('transcript.title')}
            aria-live={phase === 'whole' ? 'polite' : 'off'}
            aria-relevant="additions"
          >
            <TranscriptView
              meetingId={meeting.id}
              items={items}
              marks={marks}
              litId={jumped?.to ?? null}
              growing={now}
            />
          </div>
          <Hypotheses spoken={now.apart} />
          {live && segments.length === 0 && now.apart.length === 0 && (
            <p className="quiet">
              {phase === 'whole' ? t('live.waitingForSpeech') : t('page.loading')}
            </p>
          )}
        </div>
      </UnderstoodLayout>
    </article>
  )
}
