import type { ExportOptions } from '#contract/export.ts'
import { escaped } from './escape-markdown.ts'
import { groupParagraphs, type Paragraph } from './group-paragraphs.ts'
import { type Entry, noteWords, withNotes } from './note-lines.ts'
import { outlineOf } from './outline.ts'
import { soundLines } from './sound-lines.ts'
import { cleanTokens } from './speech-pieces.ts'
import { dateMark, timeMark } from './time-marks.ts'
import type { ToExport } from './to-export.ts'
import { markdownBlocks } from './understood-markdown.ts'
import { wordsIn } from './words.ts'

/** Markdown: a heading, what is known and understood of the meeting, then paragraphs with their time and voice. */
export function toMarkdown({ transcript, understood, options }: ToExport): string {
  const words = wordsIn[options.language]
  const facts = [
    `- ${words.date}: ${dateMark(transcript.startedAt)}`,
    `- ${words.duration}: ${timeMark(transcript.durationMs)}`,
    `- ${words.spokenLanguage}: ${escaped(transcript.language)}`,
    `- ${words.model}: ${escaped(transcript.model)}`,
    ...(options.gaps ? soundLines(transcript).map((line) => `- ${line}`) : []),
  ]
  const { notes } = understood
  const paragraphs = groupParagraphs(transcript, { voices: words, breaks: notes })
  const body = withNotes(paragraphs, notes).map((entry) => line(entry, options))
  const heading = `# ${escaped(cleanTokens(transcript.title).join(' '))}`.trim()
  const blocks = markdownBlocks(outlineOf(understood, words), options.times)
  // Without anything on top the text needs no heading of its own.
  const spoken = blocks.length > 0 && body.length > 0 ? [`## ${words.transcript}`, ...body] : body
  return `${[heading, facts.join('\n'), ...blocks, ...spoken].join('\n\n')}\n`
}

/** What was not said is quoted beside what was, so that nobody takes one for the other. */
function line(entry: Entry<Paragraph>, { times, speakers, language }: ExportOptions): string {
  const time = (atMs: number): string[] => (times ? [`\`${timeMark(atMs)}\``] : [])
  if (entry.kind === 'noted') {
    const { name, text } = noteWords(entry.note, wordsIn[language])
    const words = text === '' ? [] : [escaped(text)]
    return ['>', ...time(entry.note.atMs), `*${name}*`, ...words].join(' ')
  }
  const { startMs, voice, text } = entry.paragraph
  const who = voice === null || !speakers ? [] : [`**${escaped(voice)}:**`]
  return [...time(startMs), ...who, escaped(text)].join(' ')
}
