import { useRef } from 'react'
import type { Meeting } from '#contract/meeting.ts'
import { useAppState, useSpeech } from '../../pieces/app-context.ts'
import { Symbol } from '../../pieces/symbol.tsx'
import { type Marks, TranscriptView } from '../../pieces/transcript-view.tsx'
import { useReadText } from '../../pieces/use-read-text.ts'
import { useTitle } from '../../pieces/use-title.ts'
import { Hypotheses } from './hypotheses.tsx'
import { LiveBar } from './live-bar.tsx'
import { useFollowEnd } from './use-follow-end.ts'

const noMarks: Marks = new Map()

/** A meeting while it is heard: the text grows, and the view goes with it unless the reader looks back. */
export function LiveMeeting({ meeting }: { readonly meeting: Meeting }) {
  const { texts } = useSpeech()
  const box = useRef<HTMLDivElement>(null)
  const paragraphs = useReadText(meeting.id)
  const { following, backToEnd } = useFollowEnd(box)
  const phase = useAppState(({ transcripts }) => transcripts[meeting.id]?.phase ?? 'unread')
  const silent = useAppState(({ transcripts }) => !transcripts[meeting.id]?.hypotheses.length)
  const live = meeting.state === 'live'
  useTitle(meeting.title)

  return (
    <article className="live-meeting" aria-labelledby="live-title">
      <h1 id="live-title">{meeting.title}</h1>
      <div ref={box} className="live-text">
        {/* A screen reader hears committed text only, and not all of it at once when the page is opened. */}
        <div
          role="log"
          aria-label={texts.transcript}
          aria-live={phase === 'whole' ? 'polite' : 'off'}
          aria-relevant="additions"
        >
          <TranscriptView
            meetingId={meeting.id}
            paragraphs={paragraphs}
            marks={noMarks}
            litId={null}
          />
        </div>
        <Hypotheses meetingId={meeting.id} after={paragraphs.at(-1) ?? null} />
        {live && paragraphs.length === 0 && silent && (
          <p className="quiet">{phase === 'whole' ? texts.waitingForSpeech : texts.loading}</p>
        )}
      </div>
      {live && !following && (
        <div className="back-to-live">
          <button type="button" className="button" onClick={backToEnd}>
            <Symbol name="bottom" />
            {texts.backToLive}
          </button>
        </div>
      )}
      <LiveBar meeting={meeting} />
    </article>
  )
}
