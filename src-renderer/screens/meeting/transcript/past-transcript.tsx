import { useCallback, useRef, useState } from 'react'
import type { MeetingId, SegmentId } from '#contract/ids.ts'
import { useSpeech } from '../../../pieces/app-context.ts'
import { MarkLine } from '../../../pieces/mark-line.tsx'
import type { Marks } from '../../../pieces/transcript-view.tsx'
import type { FlowItem } from '../../../state/flow.ts'
import { PastParagraph } from './past-paragraph.tsx'
import { useDrawn } from './use-drawn.ts'
import { type Target, useTarget } from './use-target.ts'

interface Props {
  readonly meetingId: MeetingId
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
export function PastTranscript({ meetingId, items, marks, litId, target }: Props) {
  const { t } = useSpeech()
  const [wantsAll, setWantsAll] = useState(false)
  const whole = wantsAll || items.length <= mostAtOnce
  const list = useRef<HTMLDivElement>(null)
  const { rows, beforePx, behindPx, measure, bring } = useDrawn({ list, items, whole })
  useTarget({ target, items, bring })
  const drawAll = useCallback(() => setWantsAll(true), [])
  return (
    <div className="past-text" ref={list}>
      {!whole && (
        <button type="button" className="skip-link" onClick={drawAll}>
          {t('player.drawAll', { count: items.length })}
        </button>
      )}
      <div style={{ height: beforePx }} />
      {rows.map(({ index, key }) => {
        const item = items[index]
        return (
          item && (
            <div key={key} className="flow-root" data-index={index} ref={measure}>
              <Row item={item} meetingId={meetingId} marks={marks} litId={litId} />
            </div>
          )
        )
      })}
      <div style={{ height: behindPx }} />
    </div>
  )
}

interface RowProps extends Pick<Props, 'meetingId' | 'marks' | 'litId'> {
  readonly item: FlowItem
}

function Row({ item, meetingId, marks, litId }: RowProps) {
  if (item.kind === 'mark') return <MarkLine meetingId={meetingId} mark={item.mark} />
  const { paragraph } = item
  const isLit = paragraph.segments.some(({ id }) => id === litId)
  return (
    <PastParagraph
      meetingId={meetingId}
      paragraph={paragraph}
      marks={marks}
      litId={isLit ? litId : null}
    />
  )
}
