import { RotateCw, X } from 'lucide-react'
import { useApp, useAppState, useSpeech } from '../../pieces/app-context.ts'
import { IconButton } from '../../pieces/icon-button.tsx'
import type { UnsentNote } from '../../state/drafts.ts'
import { clock } from '../../texts/format.ts'

/** A note that the engine does not have yet. It is not let go. */
export function UnsentItem({ note }: { readonly note: UnsentNote }) {
  const { t } = useSpeech()
  const { actions } = useApp()
  const connected = useAppState(({ link }) => link === 'connected')
  const shown = note.text === '' ? t('notes.bookmark') : note.text
  return (
    <li className="flex items-start gap-2 py-1.5 text-quiet">
      <span className="mt-0.5 flex-none text-small tabular-nums">{clock(note.atMs)}</span>
      <div className="min-w-0 grow">
        <p className="m-0 whitespace-pre-line wrap-anywhere" dir="auto">
          {shown}
        </p>
        {/* Most are kept before anybody could read this. */}
        <p className="m-0 text-small transition-opacity delay-700 starting:opacity-0">
          {t('notes.unsent')}
          {!connected && <>. {t('notes.waits')}</>}
        </p>
      </div>
      {connected && (
        <IconButton
          icon={RotateCw}
          size="small"
          name={t('notes.tryAgain')}
          onClick={() => void actions.sendNotes()}
        />
      )}
      <IconButton
        icon={X}
        size="small"
        name={t('notes.drop', { text: shown })}
        onClick={() => actions.dropUnsent(note)}
      />
    </li>
  )
}
