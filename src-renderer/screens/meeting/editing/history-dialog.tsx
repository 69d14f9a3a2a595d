import { useSpeech } from '../../../pieces/app-context.ts'
import { Button } from '../../../pieces/button.tsx'
import { Dialog } from '../../../pieces/dialog.tsx'
import { Skeleton } from '../../../pieces/skeleton.tsx'
import type { Editing } from './editing-store.ts'
import { HistoryEntry } from './history-entry.tsx'
import { useHistory } from './use-history.ts'

interface Props {
  readonly editing: Editing
  readonly onClose: () => void
}

/** Who changed what in a meeting, with what stood there before. */
export function HistoryDialog({ editing: { meetingId }, onClose }: Props) {
  const { t } = useSpeech()
  const { entries, isAll, problem, readOlder, revert } = useHistory(meetingId)
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('editing.history')}
      why={t('editing.historyWhy')}
      width="wide"
    >
      <p role="alert" className="text-danger empty:hidden">
        {problem}
      </p>
      {entries === null && <Skeleton name={t('editing.loadingHistory')} lines={4} />}
      {entries?.length === 0 && <p className="text-quiet">{t('editing.noHistory')}</p>}
      <ol className="grid gap-4">
        {entries?.map((entry) => (
          <HistoryEntry key={entry.id} entry={entry} onRevert={() => void revert(entry.id)} />
        ))}
      </ol>
      {entries !== null && !isAll && (
        <Button onClick={() => void readOlder()}>{t('editing.older')}</Button>
      )}
    </Dialog>
  )
}
