import type { Hypothesis } from '#contract/transcript.ts'
import { Voice } from '../../pieces/transcript-view.tsx'
import { clock } from '../../texts/format.ts'

/** What is being said right now and continues nothing, dimmed because it may change; for the same reason it is not read aloud. */
export function Hypotheses({ spoken }: { readonly spoken: readonly Hypothesis[] }) {
  return (
    <div aria-hidden="true" className="hypotheses">
      {spoken.map(({ track, startMs, text }) => (
        <Voice
          key={track}
          track={track}
          speaker={null}
          time={<span className="time">{clock(startMs)}</span>}
        >
          {text}
        </Voice>
      ))}
    </div>
  )
}
