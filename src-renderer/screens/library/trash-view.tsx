import { Trash2 } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import type { MeetingId } from '#contract/ids.ts'
import type { LibraryRow } from '../../state/library-rows.ts'
import { useApp, useAppState, useSpeech } from '../../pieces/app-context.ts'
import { Confirm } from '../../pieces/confirm.tsx'
import { EmptyState } from '../../pieces/empty-state.tsx'
import { Skeleton } from '../../pieces/skeleton.tsx'
import { useToast } from '../../pieces/toasts.tsx'
import { shortDay } from '../../texts/format.ts'
import { MeetingList } from './meeting-list.tsx'
import { TrashBar } from './selection-bar.tsx'
import { useSelection } from './use-selection.ts'

/** What was deleted: it can be had back, or removed for good. */
export function TrashView() {
  const { t, locale } = useSpeech()
  const { actions } = useApp()
  const toast = useToast()
  const { phase, meetings } = useTrash()
  const ids = useMemo(() => meetings.map(({ id }) => id), [meetings])
  const rows = useMemo<LibraryRow[]>(
    () => meetings.map((meeting) => ({ kind: 'meeting', key: meeting.id, meeting })),
    [meetings],
  )
  const selection = useSelection(ids)
  const [purging, setPurging] = useState<readonly MeetingId[]>([])
  const remarks = useMemo(
    () =>
      new Map(
        meetings.map(({ id, deletedAt, keptUntil }) => [
          id,
          t('library.deletedOn', {
            when: shortDay(deletedAt, locale),
            until: shortDay(keptUntil, locale),
          }),
        ]),
      ),
    [meetings, t, locale],
  )

  async function restore(): Promise<void> {
    const chosen = [...selection.chosen]
    await actions.undelete(chosen)
    toast({ text: t('library.restored', { count: chosen.length }) })
  }

  if (meetings.length === 0) {
    if (phase !== 'whole') return <Skeleton name={t('page.loading')} />
    return (
      <EmptyState icon={Trash2} title={t('library.emptyTrashTitle')}>
        <p>{t('library.emptyTrash')}</p>
      </EmptyState>
    )
  }
  return (
    <>
      <MeetingList
        rows={rows}
        selection={selection}
        opens={false}
        onDelete={setPurging}
        remarkOf={(id) => remarks.get(id)}
      />
      {selection.chosen.size > 0 && (
        <TrashBar
          selection={selection}
          onRestore={() => void restore()}
          onPurge={() => setPurging([...selection.chosen])}
        />
      )}
      {purging.length > 0 && (
        <Confirm
          title={t('library.purgeTitle', { count: purging.length })}
          why={t('library.purgeWhy')}
          yes={t('library.purge')}
          onYes={() => {
            setPurging([])
            void actions.purge(purging)
          }}
          onNo={() => setPurging([])}
        />
      )}
    </>
  )
}

/** Read again whenever something was deleted since. */
function useTrash() {
  const { actions } = useApp()
  const trash = useAppState((state) => state.trash)
  const unread = useAppState(
    ({ link, trash: { phase } }) => link === 'connected' && phase === 'unread',
  )
  useEffect(() => {
    if (unread) void actions.readTrash()
  }, [unread, actions])
  return trash
}
