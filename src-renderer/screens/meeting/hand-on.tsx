/** The ways out of the program: a file in one of the formats, or the clipboard. */
import { Share } from 'lucide-react'
import { ExportFormat, type Meeting } from '#contract/meeting.ts'
import { useApp, useSpeech } from '../../pieces/app-context.ts'
import { Button } from '../../pieces/button.tsx'
import { Menu, MenuItem } from '../../pieces/menu.tsx'
import { Symbol } from '../../pieces/symbol.tsx'
import type { Texts } from '../../texts/en.ts'
import { saveFile } from './save-file.ts'

const formatNames = {
  txt: 'formatTxt',
  md: 'formatMd',
  srt: 'formatSrt',
  vtt: 'formatVtt',
  json: 'formatJson',
} as const satisfies Record<ExportFormat, keyof Texts>

export function ExportMenu({ meeting }: { readonly meeting: Meeting }) {
  const { texts } = useSpeech()
  const { actions } = useApp()

  async function save(format: ExportFormat): Promise<void> {
    const file = await actions.exportMeeting(meeting.id, format)
    if (!file) return
    saveFile(file)
    const text = texts.saved(file.fileName)
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
    <Menu button={<Button icon={Share}>{texts.export}</Button>}>
      {ExportFormat.options.map((format) => (
        <MenuItem key={format} onChoose={() => void save(format)}>
          {texts[formatNames[format]]}
        </MenuItem>
      ))}
    </Menu>
  )
}

export function CopyButton({ meeting }: { readonly meeting: Meeting }) {
  const { texts } = useSpeech()
  const { actions } = useApp()

  async function copy(): Promise<void> {
    const file = await actions.exportMeeting(meeting.id, 'txt')
    if (!file) return
    const copied = await navigator.clipboard.writeText(file.text).then(
      () => true,
      () => false,
    )
    const text = copied ? texts.copied : texts.copyRefused
    const tone = copied ? 'done' : 'problem'
    actions.tell({ key: 'copy', tone, code: null, text, meetingId: meeting.id, warning: null })
  }

  return (
    <button type="button" className="button" onClick={() => void copy()}>
      <Symbol name="copy" />
      {texts.copy}
    </button>
  )
}
