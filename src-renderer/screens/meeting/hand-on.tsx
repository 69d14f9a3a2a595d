/** The ways out of the program: a file in one of the formats, or the clipboard. */
import { useState } from 'react'
import { usualOptions } from '#contract/export.ts'
import type { Meeting } from '#contract/meeting.ts'
import { useApp, useSpeech } from '../../pieces/app-context.ts'
import { Symbol } from '../../pieces/symbol.tsx'
import { ExportDialog } from '../export/export-dialog.tsx'

export function ExportButton({ meeting }: { readonly meeting: Meeting }) {
  const { t } = useSpeech()
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <Symbol name="export" />
        {t('meeting.export')}
      </button>
      {open && <ExportDialog meetings={[meeting]} open onClose={() => setOpen(false)} />}
    </>
  )
}

export function CopyButton({ meeting }: { readonly meeting: Meeting }) {
  const { t, language } = useSpeech()
  const { actions } = useApp()

  async function copy(): Promise<void> {
    const options = usualOptions('txt', language)
    const file = await actions.exportMeetings([meeting.id], { format: 'txt', options })
    if (!file) return
    const copied = await navigator.clipboard.writeText(file.content).then(
      () => true,
      () => false,
    )
    const text = copied ? t('meeting.copied') : t('meeting.copyRefused')
    const tone = copied ? 'done' : 'problem'
    actions.tell({ key: 'copy', tone, code: null, text, meetingId: meeting.id, warning: null })
  }

  return (
    <button type="button" className="button" onClick={() => void copy()}>
      <Symbol name="copy" />
      {t('meeting.copy')}
    </button>
  )
}
