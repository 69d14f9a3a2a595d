import { useEffect } from 'react'
import type { EditStack } from '#contract/edit.ts'
import type { MeetingId } from '#contract/ids.ts'
import { useApp, useAppState, useSpeech } from '../../../pieces/app-context.ts'
import { useToast } from '../../../pieces/toasts.tsx'
import { useShortcut } from '../../../pieces/use-shortcut.ts'
import { nothingToUndo } from '../../../state/edits.ts'

export interface Undoing extends EditStack {
  readonly act: (way: 'undo' | 'redo') => void
}

/** What can be undone and made again, by button and by key; what was done is said. */
export function useUndo(meetingId: MeetingId): Undoing {
  const { actions } = useApp()
  const { t } = useSpeech()
  const toast = useToast()
  const known = useAppState(({ edits }) => edits[meetingId])
  const connected = useAppState(({ link }) => link === 'connected')
  const { undo, redo } = known ?? nothingToUndo
  const unread = known === undefined && connected
  useEffect(() => {
    if (unread) void actions.readEdits(meetingId)
  }, [unread, actions, meetingId])

  async function ask(way: 'undo' | 'redo'): Promise<void> {
    const step = way === 'undo' ? undo : redo
    if (!step || !(await actions.editOrTell(`edit.${way}`, { meetingId }))) return
    const what = t(`editing.kinds.${step.what}`)
    toast({ text: t(way === 'undo' ? 'editing.undone' : 'editing.redone', { what }) })
  }
  const act = (way: 'undo' | 'redo'): void => void ask(way)
  useShortcut('undo', undo ? () => act('undo') : null)
  useShortcut('redo', redo ? () => act('redo') : null)
  useShortcut('redoToo', redo ? () => act('redo') : null)
  return { undo, redo, act }
}
