import type { Transcript } from '#contract/meeting.ts'
import { groupParagraphs } from './group-paragraphs.ts'
import { type Entry, noteWords, withNotes } from './note-lines.ts'
import { soundLines } from './sound-lines.ts'
import { cleanTokens } from './speech-pieces.ts'
import { dateMark, timeMark } from './time-marks.ts'
import type { Understood } from './understood.ts'

/** Plain text to read: a head, then paragraphs with their time and voice. */
export function toText(transcript: Transcript, understood: Understood | null): string {
  const notes = understood?.notes ?? []
  const head = [
    cleanTokens(transcript.title).join(' '),
    `${dateMark(transcript.startedAt)}, ${timeMark(transcript.durationMs)}`,
    ...soundLines(transcript),
  ]
  const body = withNotes(groupParagraphs(transcript, notes), notes).map(line)
  return `${[head.join('\n'), ...body].join('\n\n')}\n`
}

function line(entry: Entry): string {
  if (entry.kind === 'noted') {
    const { name, text } = noteWords(entry.note)
    return `[${timeMark(entry.note.atMs)}] * ${text === '' ? name : `${name}: ${text}`}`
  }
  const { startMs, voice, text } = entry.paragraph
  return [`[${timeMark(startMs)}]`, ...(voice === null ? [] : [`${voice}:`]), text].join(' ')
}
