import { useState } from 'react'
import type { Meeting } from '#contract/meeting.ts'
import { useApp, useSpeech } from '../../pieces/app-context.ts'
import { Button } from '../../pieces/button.tsx'
import { Dialog } from '../../pieces/dialog.tsx'
import { TextField } from '../../pieces/text-field.tsx'
import { useToast } from '../../pieces/toasts.tsx'
import { clock, shortDay, timeOfDay } from '../../texts/format.ts'

interface Props {
  readonly meetings: readonly Meeting[]
  readonly onClose: () => void
}

/** Shows in which order meetings become one, and asks for its title. */
export function MergeDialog({ meetings, onClose }: Props) {
  const { t, locale } = useSpeech()
  const { actions } = useApp()
  const toast = useToast()
  const inOrder = meetings.toSorted((a, b) => a.startedAt.localeCompare(b.startedAt))
  const [title, setTitle] = useState(inOrder[0]?.title ?? '')
  const [busy, setBusy] = useState(false)

  async function merge(): Promise<void> {
    setBusy(true)
    const ids = inOrder.map(({ id }) => id)
    const merged = await actions.merge(ids, title.trim() || null)
    onClose()
    if (!merged) return
    const undo = async (): Promise<void> => {
      await actions.discard([merged.id])
      await actions.undelete(ids)
    }
    toast({
      text: t('library.merged', { title: merged.title }),
      action: { name: t('library.undo'), act: () => void undo() },
    })
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={t('library.mergeTitle', { count: meetings.length })}
      why={t('library.mergeWhy')}
      actions={
        <>
          <Button onClick={onClose}>{t('page.cancel')}</Button>
          <Button kind="primary" disabled={busy} onClick={() => void merge()}>
            {busy ? t('library.merging') : t('library.mergeDo')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('library.mergeName')}
        value={title}
        maxLength={200}
        dir="auto"
        onChange={setTitle}
      />
      <ol className="grid list-decimal gap-1 ps-6 text-label">
        {inOrder.map((meeting) => (
          <li key={meeting.id}>
            <bdi>{meeting.title}</bdi>{' '}
            <span className="text-quiet">
              {shortDay(meeting.startedAt, locale)}, {timeOfDay(meeting.startedAt, locale)} ·{' '}
              {clock(meeting.durationMs)}
            </span>
          </li>
        ))}
      </ol>
    </Dialog>
  )
}
