import type { Transcript } from '#contract/meeting.ts'
import { escaped } from './escape-markdown.ts'
import { groupParagraphs } from './group-paragraphs.ts'
import { type Entry, noteWords, withNotes } from './note-lines.ts'
import { soundLines } from './sound-lines.ts'
import { cleanTokens } from './speech-pieces.ts'
import { dateMark, timeMark } from './time-marks.ts'
import { understoodBlocks } from './understood-markdown.ts'
import type { Understood } from './understood.ts'

/** Markdown: a heading, what is known and understood of the meeting, then paragraphs with their time and voice. */
export function toMarkdown(transcript: Transcript, understood: Understood | null): string {
  const facts = [
    `- Date: ${dateMark(transcript.startedAt)}`,
    `- Duration: ${timeMark(transcript.durationMs)}`,
    `- Language: ${escaped(transcript.language)}`,
    `- Model: ${escaped(transcript.model)}`,
    ...soundLines(transcript).map((line) => `- ${line}`),
  ]
  const notes = understood?.notes ?? []
  const body = withNotes(groupParagraphs(transcript, notes), notes).map(line)
  const heading = `# ${escaped(cleanTokens(transcript.title).join(' '))}`.trim()
  const blocks = understood === null ? [] : understoodBlocks(understood)
  // Without anything on top the text needs no heading of its own.
  const spoken = blocks.length > 0 && body.length > 0 ? ['## Transcript', ...body] : body
  return `${[heading, facts.join('\n'), ...blocks, ...spoken].join('\n\n')}\n`
}

/** What was not said is quoted beside what was, so that nobody takes one for the other. */
function line(entry: Entry): string {
  if (entry.kind === 'noted') {
    const { name, text } = noteWords(entry.note)
    const words = text === '' ? [] : [escaped(text)]
    return [`> \`${timeMark(entry.note.atMs)}\``, `*${name}*`, ...words].join(' ')
  }
  const { startMs, voice, text } = entry.paragraph
  const who = voice === null ? [] : [`**${escaped(voice)}:**`]
  return [`\`${timeMark(startMs)}\``, ...who, escaped(text)].join(' ')
}
