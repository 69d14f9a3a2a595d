import { History, Redo2, Replace, Undo2 } from 'lucide-react'
import { lazy, type ReactNode, Suspense } from 'react'
import { useStore } from 'zustand'
import { useSpeech } from '../../../pieces/app-context.ts'
import { IconButton } from '../../../pieces/icon-button.tsx'
import { isMac } from '../../../pieces/kbd.tsx'
import { useShortcut } from '../../../pieces/use-shortcut.ts'
import { type ShortcutId, toldKeys } from '../../../state/shortcuts.ts'
import type { Editing } from './editing-store.ts'
import { ReplacePanel } from './replace-panel.tsx'
import { useUndo } from './use-undo.ts'

const HistoryDialog = lazy(async () => {
  const { HistoryDialog: named } = await import('./history-dialog.tsx')
  return { default: named }
})

interface Props {
  readonly editing: Editing
  /** The field that finds words, beside which the tools stand. */
  readonly children: ReactNode
}

/** Undo, redo, find and replace, and the history of a meeting. */
export function EditTools({ editing, children }: Props) {
  const { t } = useSpeech()
  const { meetingId, store } = editing
  const { undo, redo, act } = useUndo(meetingId)
  const { replacing, historyOpen } = useStore(store)
  const keys = (id: ShortcutId) => ({ 'aria-keyshortcuts': toldKeys(id, isMac) })
  useShortcut('replace', () => store.setState({ replacing: true }))
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <div className="min-w-56 flex-1">{children}</div>
        <div role="group" aria-label={t('editing.tools')} className="flex flex-none gap-1">
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
      </div>
      {replacing && (
        <ReplacePanel editing={editing} onClose={() => store.setState({ replacing: false })} />
      )}
      {historyOpen && (
        <Suspense fallback={null}>
          <HistoryDialog editing={editing} onClose={() => store.setState({ historyOpen: false })} />
        </Suspense>
      )}
    </>
  )
}
