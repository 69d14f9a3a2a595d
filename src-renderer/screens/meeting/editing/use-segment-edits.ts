/** What can be done to the segment that is being edited, and to its neighbour. */
import { useMemo } from 'react'
import { longestText } from '#contract/edit.ts'
import type { SegmentId } from '#contract/ids.ts'
import type { Segment } from '#contract/transcript.ts'
import { useApp, useSpeech } from '../../../pieces/app-context.ts'
import type { Notice } from '../../../state/notices.ts'
import { type Editing, type Edited } from './editing-store.ts'
import { focusSegment } from './segment-place.ts'
import { useProblemText } from './use-problem-text.ts'

export interface SegmentEdits {
  /** Keeps what was written; where that fails it stays in the field, with what stood in the way. */
  save(): Promise<boolean>
  giveUp(): void
  splitAt(character: number): Promise<void>
  /** Joins with the one before, after what was written is kept. */
  join(before: SegmentId): Promise<void>
}

export function useSegmentEdits(editing: Editing, segment: Segment): SegmentEdits {
  const { actions } = useApp()
  const { t, locale } = useSpeech()
  const tellProblem = useProblemText()
  return useMemo(() => {
    const { store, meetingId } = editing
    const segmentId = segment.id
    const mine = (): Edited | null => {
      const { edited } = store.getState()
      return edited?.id === segmentId ? edited : null
    }
    const refuse = (problem: string): void => {
      store.setState(({ edited }) => ({ edited: edited && { ...edited, problem } }))
    }
    function end(focus: SegmentId): void {
      store.setState({ edited: null })
      requestAnimationFrame(() => focusSegment(focus))
    }
    function isDone(problem: Notice | null): boolean {
      if (problem) refuse(tellProblem(problem))
      return problem === null
    }
    /** Null where it can not be kept, which is told. */
    function written(): string | null {
      const text = mine()?.draft.replace(/\s+/gu, ' ').trim() ?? ''
      const number = (count: number): string => count.toLocaleString(locale)
      if (text.length > longestText)
        refuse(t('editing.tooLong', { length: number(text.length), limit: number(longestText) }))
      else if (text === '') refuse(t('editing.emptyText'))
      else return text
      return null
    }
    async function keep(): Promise<boolean> {
      const text = written()
      if (text === null) return false
      if (text === mine()?.from) return true
      return isDone((await actions.edit('segment.edit', { meetingId, segmentId, text })).problem)
    }

    return {
      async save() {
        const isKept = await keep()
        if (isKept && mine()) end(segmentId)
        return isKept
      },
      giveUp: () => end(segmentId),
      async splitAt(character) {
        const text = written()
        if (text === null) return
        const draft = mine()?.draft ?? ''
        // Spaces at the beginning and double ones are not kept.
        const at = draft.slice(0, character).replace(/\s+/gu, ' ').trimStart().length
        const input = { meetingId, segmentId, at: { character: Math.max(1, at) }, text }
        const { answer, problem } = await actions.edit('segment.split', input)
        if (isDone(problem)) end(answer?.[1]?.id ?? segmentId)
      },
      async join(before) {
        if (!(await keep())) return
        const segmentIds = [before, segmentId]
        const { problem } = await actions.edit('segment.merge', { meetingId, segmentIds })
        if (isDone(problem)) end(before)
      },
    }
  }, [editing, segment.id, actions, t, locale, tellProblem])
}
