import { Bookmark, Pencil, Trash2 } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Note } from '#contract/note.ts'
import { useApp, useSpeech } from '../../pieces/app-context.ts'
import { fieldLook } from '../../pieces/field-look.ts'
import { IconButton } from '../../pieces/icon-button.tsx'
import { useToast } from '../../pieces/toasts.tsx'
import { clock } from '../../texts/format.ts'
import { usePlaceBeside } from '../understood/place-context.ts'

/** One note with the way to its place, and what can be done with it. */
export function NoteItem({ note }: { readonly note: Note }) {
  const { t } = useSpeech()
  const { jump } = usePlaceBeside()
  const [editing, setEditing] = useState(false)
  const { atMs, kind, text } = note
  const time = clock(atMs)
  const shown = text === '' ? t('notes.bookmark') : text
  return (
    <li className="group/note flex items-start gap-2 py-1.5">
      <button
        type="button"
        aria-label={t('understood.goTo', { time })}
        className="mt-0.5 flex-none cursor-pointer border-0 bg-transparent p-0 text-small text-quiet tabular-nums hover:underline"
        onClick={() => jump({ segmentId: null, startMs: atMs })}
      >
        {time}
      </button>
      {kind === 'bookmark' && (
        <Bookmark className="mt-1 size-4 flex-none text-accent" aria-hidden="true" />
      )}
      {editing ? (
        <NoteEditor note={note} onDone={() => setEditing(false)} />
      ) : (
        <p
          className={`m-0 min-w-0 grow whitespace-pre-line wrap-anywhere ${text === '' ? 'text-quiet' : ''}`}
          dir="auto"
        >
          {shown}
        </p>
      )}
      {!editing && <NoteTools note={note} shown={shown} onEdit={() => setEditing(true)} />}
    </li>
  )
}

interface ToolsProps {
  readonly note: Note
  readonly shown: string
  readonly onEdit: () => void
}

function NoteTools({ note, shown, onEdit }: ToolsProps) {
  const { t } = useSpeech()
  const { actions } = useApp()
  const toast = useToast()
  async function remove(): Promise<void> {
    if (!(await actions.removeNote(note.id))) return
    const act = (): void => void actions.restoreNote(note)
    toast({ text: t('notes.removed', { text: shown }), action: { name: t('notes.undo'), act } })
  }
  return (
    <span className="flex flex-none opacity-0 transition-opacity group-focus-within/note:opacity-100 group-hover/note:opacity-100 [@media(hover:none)]:opacity-100">
      <IconButton
        icon={Pencil}
        size="small"
        name={t('notes.edit', { text: shown })}
        onClick={onEdit}
      />
      <IconButton
        icon={Trash2}
        size="small"
        name={t('notes.remove', { text: shown })}
        onClick={() => void remove()}
      />
    </span>
  )
}

interface EditorProps {
  readonly note: Note
  readonly onDone: () => void
}

function NoteEditor({ note: { id, kind, text }, onDone }: EditorProps) {
  const { t } = useSpeech()
  const { actions } = useApp()
  const [words, setWords] = useState(text)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.select(), [])

  async function save(): Promise<void> {
    const wanted = words.trim()
    if (wanted === '' && kind === 'note') return
    if (wanted === text || (await actions.editNote(id, wanted))) onDone()
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      onDone()
    }
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    void save()
  }
  return (
    <textarea
      ref={field}
      autoFocus
      aria-label={t('notes.words')}
      maxLength={10_000}
      value={words}
      className={`${fieldLook} field-sizing-content min-w-0 grow resize-none`}
      onChange={({ target }) => setWords(target.value)}
      onKeyDown={onKeyDown}
      onBlur={() => void save()}
    />
  )
}
