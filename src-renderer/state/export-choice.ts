/** What somebody exports as, and what of a meeting: kept for the next time. */
import { ExportFormat, type ExportLanguage, ExportOptions, usualOptions } from '#contract/export.ts'

export interface ExportChoice {
  readonly format: ExportFormat
  readonly options: ExportOptions
}

export type ExportPart = Exclude<keyof ExportOptions, 'language'>

const everything = ['times', 'speakers', 'summary', 'insights', 'notes', 'gaps'] as const

/** The parts of a meeting about which each format gives a choice. */
export const partsOf: { readonly [F in ExportFormat]: readonly ExportPart[] } = {
  txt: everything,
  md: everything,
  docx: everything,
  pdf: everything,
  html: [...everything, 'sound'],
  srt: ['speakers'],
  vtt: ['speakers', 'gaps'],
  json: [],
}

/** Formats that can be shown as they are. */
export function isReadable(format: ExportFormat): boolean {
  return format !== 'docx' && format !== 'pdf' && format !== 'html'
}

/** As it was chosen the last time; what cannot be read is as a document usually is. */
export function parseExportChoice(
  remembered: string | null,
  language: ExportLanguage,
): ExportChoice {
  const usual = { format: 'docx', options: usualOptions('docx', language) } as const
  try {
    const { format, options } = JSON.parse(remembered ?? '{}') as Record<string, unknown>
    const [known, whole] = [ExportFormat.safeParse(format), ExportOptions.safeParse(options)]
    return known.success && whole.success ? { format: known.data, options: whole.data } : usual
  } catch {
    return usual
  }
}

/** About so many bytes the sound of a meeting takes in a player file: 32 kbit/s, and base 64 around it. */
export function playerBytes(durationMs: number): number {
  return Math.round((durationMs / 1000) * 4000 * (4 / 3))
}
