import type { ReactNode } from 'react'
import type { Segment } from '#contract/transcript.ts'
import { useEditing, useEditingState } from './editing-store.ts'
import { SegmentEditor } from './segment-editor.tsx'

interface Props {
  readonly segment: Segment
  /** Its text, as it is read. */
  readonly children: ReactNode
}

/** A segment as it is read, or as a field while somebody edits it. */
export function SegmentBody({ segment, children }: Props) {
  const editing = useEditing()
  const edited = useEditingState((state) => (state.edited?.id === segment.id ? state.edited : null))
  if (!editing || !edited) return children
  return <SegmentEditor editing={editing} edited={edited} segment={segment} />
}
