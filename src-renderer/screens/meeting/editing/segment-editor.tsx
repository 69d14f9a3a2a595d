import { type KeyboardEvent, useEffect, useId, useRef } from 'react'
import type { Segment } from '#contract/transcript.ts'
import { useSpeech } from '../../../pieces/app-context.ts'
import { fieldLook } from '../../../pieces/field-look.ts'
import { clock } from '../../../texts/format.ts'
import { type Edited, type Editing } from './editing-store.ts'
import { useNeighbour } from './use-neighbour.ts'
import { useSegmentEdits } from './use-segment-edits.ts'

interface Props {
  readonly editing: Editing
  readonly edited: Edited
  readonly segment: Segment
}

/** A segment as a field in its own place. */
export function SegmentEditor({ editing, edited, segment }: Props) {
  const { t } = useSpeech()
  const field = useRef<HTMLTextAreaElement>(null)
  const hintId = useId()
  const before = useNeighbour(editing.meetingId, segment)
  const { save, giveUp, splitAt, join } = useSegmentEdits(editing, segment)
  const { draft, caret, problem, from } = edited

  useEffect(() => {
    field.current?.focus({ preventScroll: true })
    field.current?.setSelectionRange(caret, caret)
  }, [caret])

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    const { selectionStart, selectionEnd } = event.currentTarget
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void splitAt(selectionStart)
    else if (event.key === 'Enter') void save()
    else if (event.key === 'Escape') giveUp()
    else if (event.key === 'Backspace' && selectionStart === 0 && selectionEnd === 0 && before)
      void join(before)
    else return event.stopPropagation()
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <span className="my-1 block">
      <textarea
        ref={field}
        aria-label={t('editing.textAt', { time: clock(segment.startMs) })}
        aria-describedby={hintId}
        aria-invalid={problem !== null}
        dir="auto"
        rows={2}
        value={draft}
        className={`${fieldLook} field-sizing-content block max-h-80 resize-y leading-normal aria-invalid:border-danger`}
        onChange={({ target }) =>
          editing.store.setState({ edited: { ...edited, draft: target.value, problem: null } })
        }
        onKeyDown={onKeyDown}
        onBlur={() => void save()}
      />
      <span id={hintId} className="mt-1 block text-small text-quiet">
        {segment.text === from
          ? t('editing.keysHint')
          : t('editing.changedMeanwhile', { text: segment.text })}
      </span>
      <span role="alert" className="block text-small text-danger">
        {problem}
      </span>
    </span>
  )
}
