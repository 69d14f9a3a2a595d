import { FolderOpen } from 'lucide-react'
import { useMemo } from 'react'
import type { MeetingId } from '#contract/ids.ts'
import { useApp, useAppState, useSpeech } from '../../pieces/app-context.ts'
import { EmptyState } from '../../pieces/empty-state.tsx'
import { useToast } from '../../pieces/toasts.tsx'
import { libraryRows } from '../../state/library-rows.ts'
import { onShelf, type Shelf } from '../../state/shelf.ts'
import { MeetingList } from './meeting-list.tsx'
import { SelectionBar } from './selection-bar.tsx'
import { useDay } from './use-day.ts'
import { useSelection } from './use-selection.ts'

/** The meetings of a shelf, or all of them, by day, and what can be done to those that are chosen. */
export function KeptMeetings({ shelf }: { readonly shelf: Shelf | null }) {
  const { t } = useSpeech()
  const { actions } = useApp()
  const toast = useToast()
  const all = useAppState(({ library }) => library.meetings)
  const now = useDay()
  const shown = useMemo(() => onShelf(all, shelf), [all, shelf])
  const rows = useMemo(() => libraryRows(shown, now), [shown, now])
  const ids = useMemo(() => shown.map(({ id }) => id), [shown])
  const selection = useSelection(ids)
  const chosen = shown.filter(({ id }) => selection.chosen.has(id))

  async function discard(meetingIds: readonly MeetingId[]): Promise<void> {
    const gone = await actions.discard(meetingIds)
    if (gone.length === 0) return
    toast({
      text: t('library.deleted', { count: gone.length }),
      action: { name: t('library.undo'), act: () => void actions.undelete(gone) },
    })
  }

  if (shown.length === 0) {
    return (
      <EmptyState icon={FolderOpen} title={t('library.emptyFolderTitle')}>
        <p>{t(shelf?.kind === 'tag' ? 'library.emptyTag' : 'library.emptyFolder')}</p>
      </EmptyState>
    )
  }
  const onDelete = (meetingIds: readonly MeetingId[]): void => void discard(meetingIds)
  return (
    <>
      <MeetingList rows={rows} selection={selection} onDelete={onDelete} />
      {chosen.length > 0 && (
        <SelectionBar meetings={chosen} selection={selection} onDelete={onDelete} />
      )}
    </>
  )
}
