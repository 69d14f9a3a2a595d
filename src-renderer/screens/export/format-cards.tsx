import {
  Braces,
  Captions,
  CirclePlay,
  FileText,
  FileType,
  Hash,
  type LucideIcon,
  Printer,
  Subtitles,
} from 'lucide-react'
import type { RefObject } from 'react'
import type { ExportFormat } from '#contract/export.ts'
import { useSpeech } from '../../pieces/app-context.ts'

/** In the order in which people ask for them. */
const cards: ReadonlyArray<readonly [ExportFormat, LucideIcon]> = [
  ['docx', FileText],
  ['pdf', Printer],
  ['html', CirclePlay],
  ['md', Hash],
  ['txt', FileType],
  ['srt', Captions],
  ['vtt', Subtitles],
  ['json', Braces],
]

interface Props {
  readonly chosen: ExportFormat
  readonly onChoose: (format: ExportFormat) => void
  /** Holds the chosen one. */
  readonly chosenRef: RefObject<HTMLInputElement | null>
}

/** The formats, each with a line on what it is for. */
export function FormatCards({ chosen, onChoose, chosenRef }: Props) {
  const { t } = useSpeech()
  return (
    <fieldset className="m-0 grid min-w-0 border-0 p-0">
      <legend className="p-0 pb-2 text-label text-quiet">{t('exporting.format')}</legend>
      <div className="grid grid-cols-2 gap-2 lg:grid-cols-4">
        {cards.map(([format, Icon]) => (
          <label
            key={format}
            className="flex cursor-pointer items-start gap-2.5 rounded-round border border-line bg-surface p-2.5 transition-colors hover:border-strong-line has-checked:border-accent has-checked:bg-accent-ground has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              {...(format === chosen && { ref: chosenRef })}
              name="export-format"
              value={format}
              checked={format === chosen}
              onChange={() => onChoose(format)}
              className="sr-only"
              aria-describedby={`purpose-${format}`}
            />
            <Icon className="mt-0.5 size-4.5 flex-none text-accent" aria-hidden="true" />
            <span className="grid min-w-0">
              <span className="text-base font-semibold">{t(`exporting.formats.${format}`)}</span>
              <span id={`purpose-${format}`} className="text-small text-quiet max-sm:hidden">
                {t(`exporting.purposes.${format}`)}
              </span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
