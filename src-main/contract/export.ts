/** What leaves the program as a file: in which format, what of a meeting is in it, and whether it is still whole. */
import { z } from 'zod'
import { ExportId, MeetingId } from './ids.ts'

export const ExportFormat = z.enum(['txt', 'md', 'srt', 'vtt', 'json', 'docx', 'pdf', 'html'])
export type ExportFormat = z.infer<typeof ExportFormat>

/** The language of headings and of what the program says itself; what was said stays in its own. */
export const ExportLanguage = z.enum(['en', 'it'])
export type ExportLanguage = z.infer<typeof ExportLanguage>

/** What of a meeting goes into the file. A format passes over what it has no place for; `json` is always whole. */
export const ExportOptions = z.strictObject({
  times: z.boolean(),
  speakers: z.boolean(),
  summary: z.boolean(),
  insights: z.boolean(),
  notes: z.boolean(),
  /** What was not heard, and why. */
  gaps: z.boolean(),
  /** The recording itself, where the format can hold it. */
  sound: z.boolean(),
  language: ExportLanguage,
})
export type ExportOptions = Readonly<z.infer<typeof ExportOptions>>

/** Formats that are text which a person or a program reads as it is. */
const plainFormats: ReadonlySet<ExportFormat> = new Set(['txt', 'srt', 'vtt'])

/** What a format holds where nobody chose: documents everything, plain text and subtitles what was said. */
export function usualOptions(format: ExportFormat, language: ExportLanguage = 'en'): ExportOptions {
  const understood = !plainFormats.has(format)
  return {
    times: true,
    speakers: true,
    summary: understood,
    insights: understood,
    notes: true,
    gaps: true,
    sound: true,
    language,
  }
}

/** A file to be saved: a name that every system takes, and its content as text or as bytes in base 64. */
export const ExportedFile = z.strictObject({
  fileName: z.string(),
  mediaType: z.string(),
  encoding: z.enum(['text', 'base64']),
  content: z.string(),
})
export type ExportedFile = Readonly<z.infer<typeof ExportedFile>>

/** How far an export is, 0 to 1. Only what takes long tells it. */
export const ExportProgress = z.strictObject({
  exportId: ExportId,
  meetingId: MeetingId,
  share: z.number().min(0).max(1),
})

/** A part of a player file whose content has a hash of its own. `frame`: everything around the parts. */
export const PartName = z.enum(['text', 'sound', 'script', 'style', 'frame'])
export type PartName = z.infer<typeof PartName>

/** Whether a player file still holds what was written into it. A hash tells damage and change, not who made it. */
export const Verification = z.strictObject({
  intact: z.boolean(),
  parts: z.array(
    z.strictObject({
      name: PartName,
      state: z.enum(['intact', 'changed', 'missing']),
      sha256: z.string(),
    }),
  ),
})
export type Verification = Readonly<z.infer<typeof Verification>>
