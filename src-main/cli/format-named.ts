import { AppError } from '#contract/errors.ts'
import { ExportFormat } from '#contract/export.ts'

/** The format that was typed. */
export function formatNamed(named: string): ExportFormat {
  const format = ExportFormat.safeParse(named.toLowerCase())
  if (format.success) return format.data
  const known = ExportFormat.options.join(', ')
  throw new AppError('invalid_input', `format is one of ${known}.`)
}

/** A terminal shows text; what is no text goes into a file. `instead` is how. */
export function refuseUnprintable(format: ExportFormat, instead: string): void {
  if (format !== 'docx' && format !== 'pdf' && format !== 'html') return
  throw new AppError('invalid_input', `${format} cannot be printed. Write it to a file: ${instead}`)
}
