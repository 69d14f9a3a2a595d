import type { ExportOptions } from '#contract/export.ts'
import { groupParagraphs, type Paragraph } from './group-paragraphs.ts'
import { type Entry, noteWords, withNotes } from './note-lines.ts'
import { outlineOf } from './outline.ts'
import { soundLines } from './sound-lines.ts'
import { cleanTokens } from './speech-pieces.ts'
import { dateMark, timeMark } from './time-marks.ts'
import type { ToExport } from './to-export.ts'
import { textBlocks } from './understood-text.ts'
import { wordsIn } from './words.ts'

/** Plain text to read: a head, what is understood where that is wanted, then paragraphs with their time and voice. */
export function toText({ transcript, understood, options }: ToExport): string {
  const words = wordsIn[options.language]
  const { notes } = understood
  const head = [
    cleanTokens(transcript.title).join(' '),
    `${dateMark(transcript.startedAt)}, ${timeMark(transcript.durationMs)}`,
    ...(options.gaps ? soundLines(transcript) : []),
  ]
  const paragraphs = groupParagraphs(transcript, { voices: words, breaks: notes })
  const body = withNotes(paragraphs, notes).map((entry) => line(entry, options))
  const blocks = textBlocks(outlineOf(understood, words), options.times)
  const spoken = blocks.length > 0 && body.length > 0 ? [words.transcript.toUpperCase()] : []
  return `${[head.join('\n'), ...blocks, ...spoken, ...body].join('\n\n')}\n`
}

function line(entry: Entry<Paragraph>, { times, speakers, language }: ExportOptions): string {
  const time = (atMs: number): string => (times ? `[${timeMark(atMs)}] ` : '')
  if (entry.kind === 'noted') {
    const { name, text } = noteWords(entry.note, wordsIn[language])
    return `${time(entry.note.atMs)}* ${text === '' ? name : `${name}: ${text}`}`
  }
  const { startMs, voice, text } = entry.paragraph
  return `${time(startMs)}${speakers && voice !== null ? `${voice}: ` : ''}${text}`
}
