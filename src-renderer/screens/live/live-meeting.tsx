import { useMemo, useState } from 'react'
import type { Meeting } from '#contract/meeting.ts'
import { useAppState } from '../../pieces/app-context.ts'
import { DoubtLegend } from '../../pieces/doubt-legend.tsx'
import { useGrowing } from '../../pieces/use-growing.ts'
import { useReadText } from '../../pieces/use-read-text.ts'
import { useTitle } from '../../pieces/use-title.ts'
import { findPlaces } from '../meeting/find-places.ts'
import { NotesPanel } from '../notes/notes-panel.tsx'
import { useToNotes } from '../notes/use-to-notes.ts'
import { UnderstoodLayout } from '../understood/understood-layout.tsx'
import { useJump } from '../understood/use-jump.ts'
import { useTab } from '../understood/use-tab.ts'
import { BackToLive } from './back-to-live.tsx'
import { GrowingText } from './growing-text.tsx'
import { LiveBar } from './live-bar.tsx'
import { LiveHead } from './live-head.tsx'
import { MeetingOver } from './meeting-over.tsx'
import { useFollowEnd } from './use-follow-end.ts'
import { useHeardMs } from './use-heard-ms.ts'
import { useNews } from './use-news.ts'
import { useTextSize } from './use-text-size.ts'

/** A meeting while it is heard: the text grows, and the view goes with it unless the reader looks back. */
export function LiveMeeting({ meeting }: { readonly meeting: Meeting }) {
  const live = meeting.state === 'live'
  const { segments, items } = useReadText(meeting.id, live)
  const growing = useGrowing(meeting.id, items)
  const tab = useTab()
  const toNotes = useToNotes(tab)
  const nowMs = useHeardMs(meeting)
  const size = useTextSize()
  const { following, backToEnd } = useFollowEnd(tab.textShown)
  const news = useNews(segments, following)
  const { jump, jumped } = useJump(segments, tab)
  const [wanted, setWanted] = useState('')
  const { marks } = useMemo(() => findPlaces(segments, wanted), [segments, wanted])
  useLiveTitle(meeting)

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
      {live && tab.textShown && !following && <BackToLive news={news} onBack={backToEnd} />}
      {live ? (
        <LiveBar meeting={meeting} onNote={toNotes} />
      ) : (
        <MeetingOver meeting={meeting} lines={segments.length} />
      )}
    </div>
  )

  return (
    <article className="live-meeting" aria-labelledby="meeting-title">
      <LiveHead meeting={meeting} size={size} />
      <UnderstoodLayout
        meeting={meeting}
        tab={tab}
        place={place}
        foot={foot}
        footBelow
        notes={<NotesPanel meeting={meeting} nowMs={nowMs} />}
      >
        <DoubtLegend segments={segments} />
        <GrowingText
          meeting={meeting}
          text={{ items, marks, growing, litId: jumped?.to ?? null }}
          scale={size.scale}
        />
      </UnderstoodLayout>
    </article>
  )
}

/** What the browser's tab shows while another one is open. */
function useLiveTitle({ id, state, title }: Meeting): void {
  const paused = useAppState(({ hearings }) => hearings[id]?.hearing?.paused ?? false)
  const mark = paused ? '⏸' : '●'
  useTitle(state === 'live' ? `${mark} ${title}` : title)
}
