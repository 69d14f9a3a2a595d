import type { ExportFormat, ExportOptions } from '#contract/export.ts'
import type { Transcript } from '#contract/meeting.ts'
import { toExport, type ToExport } from './to-export.ts'
import { toJson } from './to-json.ts'
import { toMarkdown } from './to-markdown.ts'
import { toSubtitlesSrt } from './to-subtitles-srt.ts'
import { toSubtitlesVtt } from './to-subtitles-vtt.ts'
import { toText } from './to-text.ts'
import type { Understood } from './understood.ts'

export type TextFormat = Exclude<ExportFormat, 'docx' | 'pdf' | 'html'>

const writers: { readonly [F in Exclude<TextFormat, 'json'>]: (wish: ToExport) => string } = {
  txt: toText,
  md: toMarkdown,
  srt: toSubtitlesSrt,
  vtt: toSubtitlesVtt,
}

/** Writes a meeting in a format that is text. `understood` is null for a text that is not kept. */
export function writeText(
  transcript: Transcript,
  format: TextFormat,
  options: ExportOptions,
  understood: Understood | null = null,
): string {
  // Scripts rely on its shape, so nothing is left out of it.
  if (format === 'json') return toJson(transcript, understood)
  return writers[format](toExport(transcript, options, understood))
}

export function isText(format: ExportFormat): format is TextFormat {
  return format in writers || format === 'json'
}
