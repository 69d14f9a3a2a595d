import type { Transcript } from '#contract/meeting.ts'
import { groupParagraphs } from './group-paragraphs.ts'
import { soundLines } from './sound-lines.ts'
import { cleanTokens } from './speech-pieces.ts'
import { dateMark, timeMark } from './time-marks.ts'

/** Plain text to read: a head, then paragraphs with their time and voice. */
export function toText(transcript: Transcript): string {
  const head = [
    cleanTokens(transcript.title).join(' '),
    `${dateMark(transcript.startedAt)}, ${timeMark(transcript.durationMs)}`,
    ...soundLines(transcript),
  ]
  const body = groupParagraphs(transcript).map(({ startMs, voice, text }) =>
    [`[${timeMark(startMs)}]`, ...(voice === null ? [] : [`${voice}:`]), text].join(' '),
  )
  return `${[head.join('\n'), ...body].join('\n\n')}\n`
}
