import type { Transcript } from '#contract/meeting.ts'
import { groupParagraphs } from './group-paragraphs.ts'
import { soundLines } from './sound-lines.ts'
import { cleanTokens } from './speech-pieces.ts'
import { dateMark, timeMark } from './time-marks.ts'

/** Markdown: a heading, what is known of the meeting, then paragraphs with their time and voice. */
export function toMarkdown(transcript: Transcript): string {
  const facts = [
    `- Date: ${dateMark(transcript.startedAt)}`,
    `- Duration: ${timeMark(transcript.durationMs)}`,
    `- Language: ${escaped(transcript.language)}`,
    `- Model: ${escaped(transcript.model)}`,
    ...soundLines(transcript).map((line) => `- ${line}`),
  ]
  const body = groupParagraphs(transcript).map(({ startMs, voice, text }) =>
    [
      `\`${timeMark(startMs)}\``,
      ...(voice === null ? [] : [`**${escaped(voice)}:**`]),
      escaped(text),
    ].join(' '),
  )
  const heading = `# ${escaped(cleanTokens(transcript.title).join(' '))}`.trim()
  return `${[heading, facts.join('\n'), ...body].join('\n\n')}\n`
}

/** What was said stays what was said: no character of it is taken for mark-up. */
function escaped(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>&#|~$]/g, String.raw`\$&`)
}
