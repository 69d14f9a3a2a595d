import { Copy, Download } from 'lucide-react'
import { useRef, useState } from 'react'
import type { ExportId } from '#contract/ids.ts'
import type { Meeting } from '#contract/meeting.ts'
import { recall, remember } from '../../client/memory.ts'
import { useApp, useAppState, useSpeech } from '../../pieces/app-context.ts'
import { Button } from '../../pieces/button.tsx'
import { Dialog } from '../../pieces/dialog.tsx'
import { ProgressBar } from '../../pieces/progress-bar.tsx'
import { saveFile } from '../../pieces/save-file.ts'
import { type ExportChoice, isReadable, parseExportChoice } from '../../state/export-choice.ts'
import { percent } from '../../texts/format.ts'
import { ExportParts } from './export-parts.tsx'
import { ExportPreview } from './export-preview.tsx'
import { FormatCards } from './format-cards.tsx'

const memoryKey = 'rtstt.export'

interface Props {
  /** One, or several for one archive. */
  readonly meetings: readonly Meeting[]
  readonly open: boolean
  readonly onClose: () => void
}

/** Chooses a format and what is in it, shows how the file begins, and has it made. */
export function ExportDialog({ meetings, open, onClose }: Props) {
  const { t } = useSpeech()
  const work = useExport(meetings, onClose)
  const [choice, setChoice] = useExportChoice()
  const first = useRef<HTMLInputElement>(null)
  const [meeting] = meetings
  const durationMs = meetings.reduce((sum, one) => sum + one.durationMs, 0)
  const isMany = meetings.length > 1
  if (!meeting) return null
  return (
    <Dialog
      open={open}
      onClose={() => {
        work.stop()
        onClose()
      }}
      width="wide"
      first={first}
      title={
        isMany
          ? t('exporting.many', { count: meetings.length })
          : t('exporting.titleOf', { title: meeting.title })
      }
      {...(isMany && { why: t('exporting.manyWhy') })}
      actions={<Actions work={work} choice={choice} isMany={isMany} />}
    >
      <FormatCards
        chosen={choice.format}
        onChoose={(format) => setChoice({ ...choice, format })}
        chosenRef={first}
      />
      <div className="grid gap-x-6 gap-y-4 md:grid-cols-[16rem_1fr]">
        <ExportParts
          choice={choice}
          durationMs={durationMs}
          onChange={(options) => setChoice({ ...choice, options })}
        />
        <ExportPreview meeting={meeting} choice={choice} isFirst={isMany} />
      </div>
    </Dialog>
  )
}

interface ActionsProps {
  readonly work: Work
  readonly choice: ExportChoice
  readonly isMany: boolean
}

function Actions({ work, choice, isMany }: ActionsProps) {
  const { t, locale } = useSpeech()
  const share = useAppState(({ exports }) =>
    work.running ? (exports[work.running] ?? null) : null,
  )
  if (work.running !== null) {
    return (
      <>
        <div className="min-w-48 flex-1">
          <ProgressBar
            label={t('exporting.making')}
            share={share}
            figure={share === null ? '' : percent(share, locale)}
          />
        </div>
        <Button onClick={work.stop}>{t('exporting.stop')}</Button>
      </>
    )
  }
  return (
    <>
      <span role="status" className="me-auto self-center text-label text-quiet">
        {work.said && t(`exporting.${work.said}`)}
      </span>
      {isReadable(choice.format) && !isMany && (
        <Button icon={Copy} onClick={() => void work.copy(choice)}>
          {t('exporting.copy')}
        </Button>
      )}
      <Button kind="primary" icon={Download} onClick={() => void work.save(choice)}>
        {t('exporting.save')}
      </Button>
    </>
  )
}

/** The choice of the last time, kept for the next. */
function useExportChoice(): readonly [ExportChoice, (choice: ExportChoice) => void] {
  const { language } = useSpeech()
  const [choice, setChoice] = useState(() => parseExportChoice(recall(memoryKey), language))
  return [
    choice,
    (next) => {
      remember(memoryKey, JSON.stringify(next))
      setChoice(next)
    },
  ]
}

interface Work {
  readonly running: ExportId | null
  readonly said: 'copied' | 'copyRefused' | null
  readonly save: (choice: ExportChoice) => Promise<void>
  readonly copy: (choice: ExportChoice) => Promise<void>
  readonly stop: () => void
}

function useExport(meetings: readonly Meeting[], onDone: () => void): Work {
  const { t } = useSpeech()
  const { actions } = useApp()
  const [running, setRunning] = useState<ExportId | null>(null)
  const [said, setSaid] = useState<Work['said']>(null)
  const ids = meetings.map(({ id }) => id)

  async function made(choice: ExportChoice) {
    setSaid(null)
    const file = await actions.exportMeetings(ids, choice, setRunning)
    setRunning(null)
    return file
  }
  return {
    running,
    said,
    async save(choice) {
      const file = await made(choice)
      if (!file) return
      saveFile(file)
      const text = t('exporting.saved', { fileName: file.fileName })
      const about = { code: null, meetingId: ids[0] ?? null, warning: null }
      actions.tell({ key: text, tone: 'done', text, ...about })
      onDone()
    },
    async copy(choice) {
      const file = await made(choice)
      if (!file) return
      setSaid(await navigator.clipboard.writeText(file.content).then(copied, copyRefused))
    },
    stop: () => void (running && actions.cancelExport(running)),
  }
}

const copied = (): 'copied' => 'copied'
const copyRefused = (): 'copyRefused' => 'copyRefused'
