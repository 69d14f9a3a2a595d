import { useEffect, useRef } from 'react'
import type { Meeting } from '#contract/meeting.ts'
import { useAppState, useSpeech } from '../../pieces/app-context.ts'
import { NoteField } from './note-field.tsx'
import { NoteItem } from './note-item.tsx'
import { isKept } from '../../state/drafts.ts'
import { UnsentItem } from './unsent-item.tsx'
import { useNotes } from './use-notes.ts'

interface Props {
  readonly meeting: Meeting
  /** Where a note stands that is begun now, in milliseconds of the meeting. */
  readonly nowMs: () => number
}

/** What a person noted beside a meeting, in the order of its places, and the field for more. */
export function NotesPanel({ meeting, nowMs }: Props) {
  const { t } = useSpeech()
  const { phase, problem, notes } = useNotes(meeting.id)
  const all = useAppState(({ drafts }) => drafts.unsent)
  // What was kept may be told before the answer to whoever sent it.
  const unsent = all.filter((one) => one.meetingId === meeting.id && !isKept(one, notes))
  const list = useRef<HTMLDivElement>(null)
  const count = notes.length + unsent.length
  // What was noted last is what somebody looks for.
  useEffect(() => {
    if (list.current) list.current.scrollTop = list.current.scrollHeight
  }, [count])
  return (
    <section aria-labelledby="notes-title" className="flex min-h-0 flex-col">
      <h2 id="notes-title" className="m-0 px-4 pt-3 pb-1 text-label font-semibold">
        {t('notes.title')}
      </h2>
      <div ref={list} className="min-h-0 grow overflow-y-auto px-4 text-base">
        {phase === 'failed' && (
          <p role="alert" className="problem">
            {problem || t('notes.unread')}
          </p>
        )}
        {count === 0 && phase === 'whole' && (
          <p className="mt-0 mb-3 text-small text-quiet">{t('notes.none')}</p>
        )}
        <ol className="m-0 list-none p-0">
          {notes.map((note) => (
            <NoteItem key={note.id} note={note} />
          ))}
          {unsent.map((note) => (
            <UnsentItem key={`${note.kind} ${note.atMs} ${note.text}`} note={note} />
          ))}
        </ol>
      </div>
      <NoteField meeting={meeting} nowMs={nowMs} />
    </section>
  )
}
