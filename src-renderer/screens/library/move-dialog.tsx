import { Folder } from 'lucide-react'
import { useState } from 'react'
import type { Meeting } from '#contract/meeting.ts'
import { useApp, useAppState, useSpeech } from '../../pieces/app-context.ts'
import { Button } from '../../pieces/button.tsx'
import { Dialog } from '../../pieces/dialog.tsx'
import { TextField } from '../../pieces/text-field.tsx'
import { useToast } from '../../pieces/toasts.tsx'
import { shelvesOf } from '../../state/shelf.ts'

interface Props {
  readonly meetings: readonly Meeting[]
  readonly onClose: () => void
  readonly onMoved: () => void
}

/** Puts meetings into a folder that is there, or into a new one. */
export function MoveDialog({ meetings, onClose, onMoved }: Props) {
  const { t, locale } = useSpeech()
  const { actions } = useApp()
  const toast = useToast()
  const all = useAppState(({ library }) => library.meetings)
  const { folders } = shelvesOf(all, locale)
  const [name, setName] = useState('')

  async function move(folder: string | null): Promise<void> {
    onClose()
    const ids = meetings.map(({ id }) => id)
    if (!(await actions.organise(ids, { folder }))) return
    onMoved()
    toast({ text: folder === null ? t('library.movedOut') : t('library.moved', { folder }) })
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={t('library.moveTitle')}
      actions={
        <>
          {meetings.some(({ folder }) => folder !== null) && (
            <Button onClick={() => void move(null)}>{t('library.moveOut')}</Button>
          )}
          <Button
            kind="primary"
            disabled={name.trim() === ''}
            onClick={() => void move(name.trim())}
          >
            {t('library.moveDo')}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim() !== '') void move(name.trim())
        }}
      >
        <TextField
          label={t('library.moveNew')}
          hint={t('library.moveHint')}
          value={name}
          maxLength={80}
          dir="auto"
          onChange={setName}
        />
      </form>
      {folders.length > 0 && (
        <ul aria-label={t('library.folders')} className="grid list-none gap-1 p-0">
          {folders.map((folder) => (
            <li key={folder.name} className="grid">
              <button
                type="button"
                className="flex min-h-10 cursor-pointer items-center gap-2.5 rounded-round border-0 bg-transparent px-3 text-start text-base text-ink hover:bg-accent-ground"
                onClick={() => void move(folder.name)}
              >
                <Folder className="size-4.5 flex-none text-quiet" aria-hidden="true" />
                <span dir="auto" className="min-w-0 flex-1 truncate">
                  {folder.name}
                </span>
                <span className="text-small text-quiet tabular-nums">{folder.count}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  )
}
