import { History, Redo2, Replace, Undo2 } from 'lucide-react'
import { useSpeech } from '../../../pieces/app-context.ts'
import { IconButton } from '../../../pieces/icon-button.tsx'
import { isMac } from '../../../pieces/kbd.tsx'
import { useShortcut } from '../../../pieces/use-shortcut.ts'
import { type ShortcutId, toldKeys } from '../../../state/shortcuts.ts'
import { type Editing, useEditingState } from './editing-store.ts'
import { useUndo } from './use-undo.ts'

/** Undo, redo, find and replace, and the history of a meeting. */
export function EditTools({ editing }: { readonly editing: Editing }) {
  const { t } = useSpeech()
  const { meetingId, store } = editing
  const { undo, redo, act } = useUndo(meetingId)
  const replacing = useEditingState((state) => state.replacing)
  const keys = (id: ShortcutId) => ({ 'aria-keyshortcuts': toldKeys(id, isMac) })
  useShortcut('replace', () => store.setState({ replacing: true }))
  return (
    <div role="group" aria-label={t('editing.tools')} className="flex gap-1">
      <IconButton
        icon={Undo2}
        name={t('editing.undo')}
        disabled={!undo}
        onClick={() => act('undo')}
        {...keys('undo')}
      />
      <IconButton
        icon={Redo2}
        name={t('editing.redo')}
        disabled={!redo}
        onClick={() => act('redo')}
        {...keys('redo')}
      />
      <IconButton
        icon={Replace}
        name={t('editing.replaceOpen')}
        aria-expanded={replacing}
        onClick={() => store.setState({ replacing: !replacing })}
        {...keys('replace')}
      />
      <IconButton
        icon={History}
        name={t('editing.history')}
        aria-haspopup="dialog"
        onClick={() => store.setState({ historyOpen: true })}
      />
    </div>
  )
}
