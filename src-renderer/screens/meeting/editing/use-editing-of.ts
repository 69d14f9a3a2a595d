import { useMemo } from 'react'
import type { Meeting } from '#contract/meeting.ts'
import { createEditing, type Editing } from './editing-store.ts'

/** What is being edited of this meeting, for as long as its screen is open. */
export function useEditingOf({ id: meetingId }: Meeting): Editing {
  return useMemo(() => ({ meetingId, store: createEditing() }), [meetingId])
}
