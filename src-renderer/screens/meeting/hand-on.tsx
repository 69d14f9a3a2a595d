/** The ways out of the program: a file in one of the formats, or the clipboard. */
import { ExportFormat, type Meeting } from '#contract/meeting.ts'
import { useApp, useSpeech } from '../../pieces/app-context.ts'
import { Menu } from '../../pieces/menu.tsx'
import { Symbol } from '../../pieces/symbol.tsx'
import { saveFile } from './save-file.ts'

export function ExportMenu({ meeting }: { readonly meeting: Meeting }) {
  const { t } = useSpeech()
  const { actions } = useApp()

  async function save(format: ExportFormat): Promise<void> {
    const file = await actions.exportMeeting(meeting.id, format)
    if (!file) return
    saveFile(file)
    const text = t('meeting.saved', { fileName: file.fileName })
    actions.tell({
      key: text,
      tone: 'done',
      code: null,
      text,
      meetingId: meeting.id,
      warning: null,
    })
  }

  const label = (
    <>
      <Symbol name="export" />
      {t('meeting.export')}
    </>
  )
  return (
    <Menu label={label}>
      {ExportFormat.options.map((format) => (
        <button key={format} type="button" role="menuitem" onClick={() => void save(format)}>
          {t(`meeting.formats.${format}`)}
        </button>
      ))}
    </Menu>
  )
}

export function CopyButton({ meeting }: { readonly meeting: Meeting }) {
  const { t } = useSpeech()
  const { actions } = useApp()

  async function copy(): Promise<void> {
    const file = await actions.exportMeeting(meeting.id, 'txt')
    if (!file) return
    const copied = await navigator.clipboard.writeText(file.text).then(
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
