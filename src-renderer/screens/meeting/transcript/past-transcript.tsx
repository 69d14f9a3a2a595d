import { memo, useCallback, useId, useRef, useState } from 'react'
import type { MeetingId, SegmentId } from '#contract/ids.ts'
import type { Segment } from '#contract/transcript.ts'
import { useSpeech } from '../../../pieces/app-context.ts'
import type { Marks } from '../../../pieces/transcript-view.tsx'
import type { FlowItem } from '../../../state/flow.ts'
import { usePlayer } from '../player/player-context.ts'
import { BackToPlace } from './back-to-place.tsx'
import { PastRow } from './past-row.tsx'
import { useDrawn } from './use-drawn.ts'
import { useFollowHeard } from './use-follow-heard.ts'
import { useHeardWord } from './use-heard-word.ts'
import { useKeptFocus } from './use-kept-focus.ts'
import { type Target, useTarget } from './use-target.ts'
import { useWordKeys } from './use-word-keys.ts'

interface Props {
  readonly meetingId: MeetingId
  readonly segments: readonly Segment[]
  /** The segments in paragraphs, with what is missing between them. */
  readonly items: readonly FlowItem[]
  readonly marks: Marks
  /** The segment that somebody came for. */
  readonly litId: SegmentId | null
  /** Brought into view each time it is another object. */
  readonly target: Target | null
}

/** More paragraphs than these are drawn only where they are in view. */
const mostAtOnce = 150

/**
 * The text of a meeting that is over. Of a long one only what is in view is in the document, and what goes before and
 * behind it is as high as it would be; whoever reads with a screen reader may have it all.
 */
export const PastTranscript = memo(function PastTranscript({
  meetingId,
  segments,
  items,
  marks,
  litId,
  target,
}: Props) {
  const { t } = useSpeech()
  const [wantsAll, setWantsAll] = useState(false)
  const whole = wantsAll || items.length <= mostAtOnce
  const list = useRef<HTMLDivElement>(null)
  const { rows, beforePx, behindPx, measure, bring } = useDrawn({ list, items, whole })
  const { away, onSegment, back, leave } = useFollowHeard({ items, bring })
  useTarget({ target, items, bring, onBrought: leave })
  useHeardWord({ list, segments, onSegment })
  useKeptFocus(list)
  const keys = useWordKeys(list, usePlayer())
  const drawAll = useCallback(() => setWantsAll(true), [])
  const help = useId()
  if (items.length === 0) return null
  return (
    <>
      {!whole && (
        <button type="button" className="skip-link" onClick={drawAll}>
          {t('player.drawAll', { count: items.length })}
        </button>
      )}
      <p id={help} className="sr-only">
        {t('player.wordKeys')}
      </p>
      <div
        className="past-text"
        ref={list}
        role="group"
        aria-label={t('transcript.title')}
        aria-describedby={help}
        // One stop for all words; the arrow keys go on from here.
        tabIndex={0}
        {...keys}
      >
        <div style={{ height: beforePx }} />
        {rows.map(({ index, key }) => (
          <div key={key} className="flow-root" data-index={index} ref={measure}>
            <PastRow item={items[index]} meetingId={meetingId} marks={marks} litId={litId} />
          </div>
        ))}
        <div style={{ height: behindPx }} />
      </div>
      <BackToPlace shown={away} onBack={back} />
    </>
  )
})
