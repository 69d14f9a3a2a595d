import type { ExportOptions } from '#contract/export.ts'
import { useSpeech } from '../../pieces/app-context.ts'
import { Select } from '../../pieces/select.tsx'
import { Switch } from '../../pieces/switch.tsx'
import { type ExportChoice, partsOf, playerBytes } from '../../state/export-choice.ts'
import { byteSize } from '../../texts/format.ts'

interface Props {
  readonly choice: ExportChoice
  /** Of all that is exported. */
  readonly durationMs: number
  readonly onChange: (options: ExportOptions) => void
}

const languages = [
  { value: 'en', label: 'English' },
  { value: 'it', label: 'Italiano' },
] as const

/** What of a meeting goes into the file. */
export function ExportParts({ choice: { format, options }, durationMs, onChange }: Props) {
  const { t, locale } = useSpeech()
  const parts = partsOf[format]
  const size = t('exporting.soundSize', { size: byteSize(playerBytes(durationMs), locale) })
  return (
    <fieldset className="m-0 grid min-w-0 content-start gap-3 border-0 p-0">
      <legend className="p-0 pb-2 text-label text-quiet">{t('exporting.parts')}</legend>
      {parts.length === 0 && <p className="text-quiet">{t('exporting.whole')}</p>}
      {parts.map((part) => (
        <Switch
          key={part}
          label={t(`exporting.part.${part}`)}
          {...(part === 'sound' && { hint: size })}
          on={options[part]}
          onChange={(on) => onChange({ ...options, [part]: on })}
        />
      ))}
      {parts.length > 1 && (
        <Select
          label={t('exporting.language')}
          options={languages}
          value={options.language}
          onChange={(language) => onChange({ ...options, language })}
        />
      )}
    </fieldset>
  )
}
