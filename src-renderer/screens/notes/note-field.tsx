import type { KeyboardEvent } from 'react'
import type { Meeting } from '#contract/meeting.ts'
import { useApp, useAppState, useSpeech } from '../../pieces/app-context.ts'
import { fieldLook } from '../../pieces/field-look.ts'
import { toldKeys } from '../../state/shortcuts.ts'
import { clock } from '../../texts/format.ts'

/** By which it is found to bring the focus there. */
export const noteFieldId = 'note-field'

interface Props {
  readonly meeting: Meeting
  /** Where a note stands that is begun now, in milliseconds of the meeting. */
  readonly nowMs: () => number
}

/** A new note, at the time of its first letter. What is typed outlives the page. */
export function NoteField({ meeting: { id }, nowMs }: Props) {
  const { t } = useSpeech()
  const { actions } = useApp()
  const draft = useAppState(({ drafts }) => drafts.typed[id] ?? null)

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (event.key === 'Escape') {
      // It leaves the field, not the screen; what is typed stays.
      event.preventDefault()
      event.stopPropagation()
      event.currentTarget.blur()
    }
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    void actions.writeNote(id)
  }

  return (
    <div className="grid gap-1 border-t border-line px-4 pt-2.5 pb-3">
      <label htmlFor={noteFieldId} className="flex text-small text-quiet">
        <span className="grow tabular-nums">
          {draft ? t('notes.noteAt', { time: clock(draft.atMs) }) : t('notes.write')}
        </span>
        {draft && <span>{t('notes.saveHint')}</span>}
      </label>
      <textarea
        id={noteFieldId}
        rows={draft?.text.includes('\n') ? 3 : 1}
        maxLength={10_000}
        value={draft?.text ?? ''}
        aria-keyshortcuts={toldKeys('note')}
        className={`${fieldLook} field-sizing-content max-h-40 resize-none`}
        onChange={({ target }) => actions.typeNote(id, target.value, nowMs())}
        onKeyDown={onKeyDown}
      />
    </div>
  )
}
