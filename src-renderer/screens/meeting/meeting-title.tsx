import { type SubmitEvent, useEffect, useRef, useState } from 'react'
import type { Meeting } from '#contract/meeting.ts'
import { useApp, useAppState, useSpeech } from '../../pieces/app-context.ts'
import { useOffer } from '../../pieces/offers.ts'
import { Symbol } from '../../pieces/symbol.tsx'

const longestTitle = 200

/** The title, which can be changed where it stands. */
export function MeetingTitle({ meeting }: { readonly meeting: Meeting }) {
  const { t } = useSpeech()
  const [editing, setEditing] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const wasEditing = useRef(false)
  useOffer(t('meeting.rename'), editing ? null : () => setEditing(true))

  // The field has gone; whoever used the keyboard goes on at the button that opened it.
  useEffect(() => {
    if (wasEditing.current && !editing) button.current?.focus()
    wasEditing.current = editing
  }, [editing])

  if (editing) return <TitleField meeting={meeting} onDone={() => setEditing(false)} />
  return (
    <div className="title-row">
      <h1 id="meeting-title">{meeting.title}</h1>
      <button
        type="button"
        ref={button}
        className="icon-button"
        aria-label={t('meeting.rename')}
        title={t('meeting.rename')}
        onClick={() => setEditing(true)}
      >
        <Symbol name="edit" />
      </button>
    </div>
  )
}

interface FieldProps {
  readonly meeting: Meeting
  readonly onDone: () => void
}

function TitleField({ meeting, onDone }: FieldProps) {
  const { t } = useSpeech()
  const { actions } = useApp()
  const [title, setTitle] = useState(meeting.title)
  const saving = useAppState(({ tasks }) => tasks[meeting.id] === 'rename')
  const wanted = title.trim()

  async function save(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (wanted === meeting.title || (await actions.rename(meeting.id, wanted))) onDone()
  }

  return (
    <form className="title-row" onSubmit={(event) => void save(event)}>
      <h1 id="meeting-title" className="visually-hidden">
        {meeting.title}
      </h1>
      <input
        type="text"
        aria-label={t('meeting.newTitle')}
        autoFocus
        required
        maxLength={longestTitle}
        value={title}
        onFocus={({ target }) => target.select()}
        onChange={({ target }) => setTitle(target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.preventDefault()
          onDone()
        }}
      />
      <button type="submit" className="button primary" disabled={saving || wanted === ''}>
        {t('page.save')}
      </button>
      <button type="button" className="button" onClick={onDone}>
        {t('page.cancel')}
      </button>
    </form>
  )
}
