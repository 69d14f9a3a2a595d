import type { ExportFormat, Transcript } from '#contract/meeting.ts'
import { fileName } from './file-name.ts'
import { toJson } from './to-json.ts'
import { toMarkdown } from './to-markdown.ts'
import { toSubtitlesSrt } from './to-subtitles-srt.ts'
import { toSubtitlesVtt } from './to-subtitles-vtt.ts'
import { toText } from './to-text.ts'
import type { Understood } from './understood.ts'

export interface ExportedFile {
  /** Safe on every file system; from the date and the title. */
  readonly fileName: string
  readonly mediaType: string
  readonly text: string
}

interface Writer {
  readonly mediaType: string
  readonly write: (transcript: Transcript, understood: Understood | null) => string
}

const writers: { readonly [F in ExportFormat]: Writer } = {
  txt: { mediaType: 'text/plain', write: toText },
  md: { mediaType: 'text/markdown', write: toMarkdown },
  srt: { mediaType: 'application/x-subrip', write: toSubtitlesSrt },
  vtt: { mediaType: 'text/vtt', write: toSubtitlesVtt },
  json: { mediaType: 'application/json', write: toJson },
}

/** Hands a meeting on in a format that other programs read. `understood` is null for a text that is not kept. */
export function exportTranscript(
  transcript: Transcript,
  format: ExportFormat,
  understood: Understood | null = null,
): ExportedFile {
  const { mediaType, write } = writers[format]
  return {
    fileName: fileName(transcript.title, transcript.startedAt, format),
    mediaType,
    text: write(transcript, understood),
  }
}
