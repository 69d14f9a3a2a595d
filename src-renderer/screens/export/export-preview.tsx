import { Play } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { ExportFormat } from '#contract/export.ts'
import type { Meeting } from '#contract/meeting.ts'
import { useApp, useSpeech } from '../../pieces/app-context.ts'
import { Skeleton } from '../../pieces/skeleton.tsx'
import { type ExportChoice, isReadable } from '../../state/export-choice.ts'
import { length } from '../../texts/format.ts'

/** More than fits into the box; a whole meeting would only make the page slow. */
const mostShown = 6000
/** About a page of a document. */
const pageShown = 2200

interface Props {
  readonly meeting: Meeting
  readonly choice: ExportChoice
  /** One of several. */
  readonly isFirst: boolean
}

type Preview = { readonly text: string } | 'reading' | 'unknown'

/** How the file begins: text as it is, pages and the player by their words. */
export function ExportPreview({ meeting, choice, isFirst }: Props) {
  const { t } = useSpeech()
  const preview = usePreview(meeting, choice)
  const { format } = choice
  const most = isReadable(format) ? mostShown : pageShown
  return (
    <div className="grid min-w-0 grid-rows-[auto_1fr] content-start gap-2">
      <div className="text-label text-quiet">
        {t('exporting.preview')}
        {remarkOf(format) && <> · {t(`exporting.${remarkOf(format) ?? 'previewPages'}`)}</>}
        {isFirst && <> {t('exporting.previewOf')}</>}
      </div>
      {preview === 'reading' && <Skeleton name={t('exporting.reading')} />}
      {preview === 'unknown' && <p className="text-quiet">{t('exporting.previewGone')}</p>}
      {typeof preview === 'object' && (
        <div className="rounded-round border border-line bg-surface">
          {format === 'html' && choice.options.sound && <StillPlayer meeting={meeting} />}
          <div
            tabIndex={0}
            role="region"
            aria-label={t('exporting.preview')}
            className="max-h-72 overflow-auto p-4"
          >
            <pre className={`m-0 whitespace-pre-wrap ${lookOf(format)}`} dir="auto">
              {preview.text.slice(0, most)}
            </pre>
            {preview.text.length > most && (
              <p className="mt-3 text-label text-quiet">… {t('exporting.previewCut')}</p>
            )}
          </div>
        </div>
      )}
    </div>
  )
}

function remarkOf(format: ExportFormat): 'previewPages' | 'previewPlayer' | null {
  if (format === 'html') return 'previewPlayer'
  return isReadable(format) ? null : 'previewPages'
}

function lookOf(format: ExportFormat): string {
  return isReadable(format) ? 'font-mono text-small' : 'font-sans text-label'
}

/** Nothing of it plays: it shows where the bar will be. */
function StillPlayer({ meeting }: Pick<Props, 'meeting'>) {
  return (
    <div
      aria-hidden="true"
      className="flex items-center gap-3 border-b border-line px-4 py-2.5 text-quiet"
    >
      <Play className="size-4.5" />
      <div className="h-1 flex-1 rounded-full bg-line" />
      <span className="text-small tabular-nums">{length(meeting.durationMs)}</span>
    </div>
  )
}

function usePreview({ id }: Meeting, { format, options }: ExportChoice): Preview {
  const { actions } = useApp()
  const shown = isReadable(format) ? format : 'txt'
  const wanted = JSON.stringify({ id, shown, options })
  const [read, setRead] = useState<{ readonly of: string; readonly text: string | null } | null>(
    null,
  )
  useEffect(() => {
    let isCurrent = true
    void actions.previewExport(id, shown, options).then((text) => {
      if (isCurrent) setRead({ of: wanted, text })
    })
    return () => {
      isCurrent = false
    }
  }, [actions, id, shown, options, wanted])
  if (read?.of !== wanted) return 'reading'
  return read.text === null ? 'unknown' : { text: read.text }
}
