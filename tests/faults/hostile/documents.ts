/** Hostile words in what is handed on: files that other programs open. */
import fc from 'fast-check'
import { usualOptions } from '../../../src-main/contract/export.ts'
import type { Transcript } from '../../../src-main/contract/meeting.ts'
import { parseSrt, parseVtt } from '../../../src-main/engine/export/fixtures/subtitle-parsers.ts'
import { said, transcriptOf } from '../../../src-main/engine/export/fixtures/transcripts.ts'
import { fileName } from '../../../src-main/engine/export/file-name.ts'
import { type TextFormat, writeText } from '../../../src-main/engine/export/write-text.ts'
import { attachment } from '../../../src-main/server/attachment.ts'
import type { Row, Trial } from '../fault.ts'
import { hostileText } from './arbitraries.ts'
import { fuzz } from './fuzz.ts'

/** A meeting of which every word that people choose is hostile. */
export const hostileMeeting = fc
  .record({
    title: hostileText,
    speaker: hostileText,
    lines: fc.array(hostileText, { minLength: 1, maxLength: 3 }),
  })
  .map(({ title, speaker, lines }): Transcript =>
    transcriptOf(
      lines.map((text, index) =>
        said(text, { startMs: index * 2_000, endMs: index * 2_000 + 1_000, speaker }),
      ),
      title,
    ),
  )

const formats = ['txt', 'md', 'srt', 'vtt', 'json'] as const

export async function hostileDocuments(trial: Trial): Promise<Row[]> {
  return [
    await fuzz(
      {
        title: 'hostile text in exports',
        cases: 12_000,
        of: fc.tuple(hostileMeeting, fc.constantFrom(...formats)),
        meet: ([meeting, format]) => read(format, writeText(meeting, format, usualOptions(format))),
      },
      trial,
    ),
    await fuzz(
      { title: 'hostile names of files', cases: 20_000, of: hostileText, meet: meetName },
      trial,
    ),
  ]
}

/** Read as a strict program would: a cue, a heading or a tag that nobody wrote is a breach. */
function read(format: TextFormat, text: string): string | void {
  if (format === 'srt') return void parseSrt(text)
  if (format === 'vtt') return void parseVtt(text)
  if (format === 'json') return void JSON.parse(text)
  if (/[^\P{Cc}\n\t]/u.test(text)) return `${format} holds a character that acts on screens`
  if (format === 'md' && /(^|[^\\])[<[]/.test(text)) return 'Markdown holds a tag or a link'
}

const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

function meetName(title: string): string | void {
  const name = fileName(title, '2026-11-21T09:30:00.000Z', 'md')
  if (/[<>:"/\\|?*\p{Cc}]/u.test(name) || name.includes('..'.repeat(2)))
    return `not a name for every system: ${name}`
  if (/[. ]$/.test(name) || reserved.test(name) || Buffer.byteLength(name) > 255)
    return `Windows would not take it: ${name}`
  const header = attachment(title)
  if (/[^\x20-\x7E]/.test(header)) return 'a header with a character that ends it'
  if (!/^attachment; filename="[^"\\]*"; filename\*=UTF-8''[\w.~!#$&+^`|%-]*$/.test(header))
    return `a header that says more than a name: ${header}`
}
