import type { MeetingId } from '#contract/ids.ts'
import type { Segment } from '#contract/transcript.ts'
import { useAppState } from '../../pieces/app-context.ts'
import { Voice } from '../../pieces/transcript-view.tsx'
import { clock } from '../../texts/format.ts'

interface Props {
  readonly meetingId: MeetingId
  readonly after: Segment | null
}

/** What is being said right now, dimmed because it may change; for the same reason it is not read aloud. */
export function Hypotheses({ meetingId, after }: Props) {
  const hypotheses = useAppState(({ transcripts }) => transcripts[meetingId]?.hypotheses)
  const spoken = (hypotheses ?? [])
    .filter(({ text }) => text !== '')
    .toSorted((a, b) => a.startMs - b.startMs)
  return (
    <div aria-hidden="true" className="hypotheses">
      {spoken.map(({ track, startMs, text }, index) => (
        <Voice
          key={track}
          track={track}
          speaker={index === 0 && after?.track === track ? after.speaker : null}
          time={<span className="time">{clock(startMs)}</span>}
        >
          {text}
        </Voice>
      ))}
    </div>
  )
}
