import { FolderInput, Merge, Share, Tags, Trash2, Undo2, X } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { MeetingId } from '#contract/ids.ts'
import type { Meeting } from '#contract/meeting.ts'
import { useSpeech } from '../../pieces/app-context.ts'
import { Button } from '../../pieces/button.tsx'
import { IconButton } from '../../pieces/icon-button.tsx'
import { ExportDialog } from '../export/export-dialog.tsx'
import { MergeDialog } from './merge-dialog.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { TagDialog } from './tag-dialog.tsx'
import type { Chosen } from './use-selection.ts'

interface Props {
  readonly meetings: readonly Meeting[]
  readonly selection: Chosen
  readonly onDelete: (ids: readonly MeetingId[]) => void
}

/** What can be done to the chosen meetings. It stands below the list, so that nothing moves when something is chosen. */
export function SelectionBar({ meetings, selection, onDelete }: Props) {
  const { t } = useSpeech()
  const [asking, setAsking] = useState<'export' | 'move' | 'tag' | 'merge' | null>(null)
  const close = (): void => setAsking(null)
  return (
    <Bar selection={selection}>
      <Button size="small" icon={Share} onClick={() => setAsking('export')}>
        {t('library.export')}
      </Button>
      <Button size="small" icon={FolderInput} onClick={() => setAsking('move')}>
        {t('library.move')}
      </Button>
      <Button size="small" icon={Tags} onClick={() => setAsking('tag')}>
        {t('library.tag')}
      </Button>
      <Button
        size="small"
        icon={Merge}
        disabled={meetings.length < 2}
        onClick={() => setAsking('merge')}
      >
        {t('library.merge')}
      </Button>
      <Button
        size="small"
        kind="danger"
        icon={Trash2}
        onClick={() => onDelete(meetings.map(({ id }) => id))}
      >
        {t('library.delete')}
      </Button>
      {asking === 'export' && <ExportDialog meetings={meetings} open onClose={close} />}
      {asking === 'move' && (
        <MoveDialog meetings={meetings} onClose={close} onMoved={selection.none} />
      )}
      {asking === 'tag' && <TagDialog meetings={meetings} onClose={close} />}
      {asking === 'merge' && <MergeDialog meetings={meetings} onClose={close} />}
    </Bar>
  )
}

interface TrashBarProps {
  readonly selection: Chosen
  readonly onRestore: () => void
  readonly onPurge: () => void
}

/** What can be done to the chosen ones in the trash. */
export function TrashBar({ selection, onRestore, onPurge }: TrashBarProps) {
  const { t } = useSpeech()
  return (
    <Bar selection={selection}>
      <Button size="small" icon={Undo2} onClick={onRestore}>
        {t('library.restore')}
      </Button>
      <Button size="small" kind="danger" icon={Trash2} onClick={onPurge}>
        {t('library.purge')}
      </Button>
    </Bar>
  )
}

function Bar({ selection, children }: Pick<Props, 'selection'> & { readonly children: ReactNode }) {
  const { t } = useSpeech()
  return (
    <div
      role="toolbar"
      aria-label={t('library.selection')}
      className="sticky bottom-[calc(var(--bar,0px)+0.5rem)] z-2 my-3 flex md:bottom-4 flex-wrap items-center gap-2 rounded-round border border-line bg-raised p-2 shadow-raised"
    >
      <IconButton icon={X} size="small" name={t('library.chooseNone')} onClick={selection.none} />
      <p role="status" className="me-auto text-label font-medium tabular-nums">
        {t('library.chosen', { count: selection.chosen.size })}
      </p>
      {children}
    </div>
  )
}
