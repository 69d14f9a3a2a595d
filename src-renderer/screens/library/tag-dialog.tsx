import { useState } from 'react'
import type { Meeting } from '#contract/meeting.ts'
import { useApp, useAppState, useSpeech } from '../../pieces/app-context.ts'
import { Button } from '../../pieces/button.tsx'
import { Dialog } from '../../pieces/dialog.tsx'
import { TextField } from '../../pieces/text-field.tsx'
import { shelvesOf } from '../../state/shelf.ts'

interface Props {
  readonly meetings: readonly Meeting[]
  readonly onClose: () => void
}

/** Gives meetings tags and takes some away; each takes effect at once. */
export function TagDialog({ meetings, onClose }: Props) {
  const { t, locale } = useSpeech()
  const { actions } = useApp()
  const all = useAppState(({ library }) => library.meetings)
  const { tags } = shelvesOf(all, locale)
  const [name, setName] = useState('')
  const ids = meetings.map(({ id }) => id)

  function add(): void {
    const tag = name.trim()
    if (tag === '') return
    setName('')
    void actions.organise(ids, { addTags: [tag] })
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={t('library.tagTitle')}
      actions={<Button onClick={onClose}>{t('page.close')}</Button>}
    >
      <form
        className="flex items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          add()
        }}
      >
        <div className="flex-1">
          <TextField
            label={t('library.tagNew')}
            value={name}
            maxLength={40}
            dir="auto"
            onChange={setName}
          />
        </div>
        <Button kind="primary" disabled={name.trim() === ''} onClick={add}>
          {t('library.tagAdd')}
        </Button>
      </form>
      {tags.length > 0 && (
        <ul aria-label={t('library.tags')} className="grid list-none gap-1 p-0">
          {tags.map(({ name: tag }) => (
            <li key={tag}>
              <TagBox tag={tag} meetings={meetings} />
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  )
}

function TagBox({
  tag,
  meetings,
}: {
  readonly tag: string
  readonly meetings: readonly Meeting[]
}) {
  const { actions } = useApp()
  const ids = meetings.map(({ id }) => id)
  const having = meetings.filter(({ tags }) => tags.includes(tag)).length
  const onAll = having === meetings.length
  return (
    <label className="flex min-h-10 cursor-pointer items-center gap-3 rounded-round px-3 hover:bg-accent-ground">
      <input
        type="checkbox"
        className="size-4.5 accent-accent"
        checked={onAll}
        ref={(box) => {
          if (box) box.indeterminate = having > 0 && !onAll
        }}
        onChange={() =>
          void actions.organise(ids, onAll ? { removeTags: [tag] } : { addTags: [tag] })
        }
      />
      <span dir="auto" className="min-w-0 truncate">
        {tag}
      </span>
    </label>
  )
}
