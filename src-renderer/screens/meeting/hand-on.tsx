/** The ways out of the program: a file in one of the formats, or the clipboard. */
import { Share } from 'lucide-react'
import { ExportFormat, type Meeting } from '#contract/meeting.ts'
import { useApp, useSpeech } from '../../pieces/app-context.ts'
import { Button } from '../../pieces/button.tsx'
import { Menu, MenuItem } from '../../pieces/menu.tsx'
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

  return (
    <Menu button={<Button icon={Share}>{t('meeting.export')}</Button>}>
      {ExportFormat.options.map((format) => (
        <MenuItem key={format} onChoose={() => void save(format)}>
          {t(`meeting.formats.${format}`)}
        </MenuItem>
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
