import { escaped } from './escape-markdown.ts'
import { groupParagraphs } from './group-paragraphs.ts'
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
  const body = groupParagraphs(transcript, { voices: words }).map(({ startMs, voice, text }) =>
    [
      ...(options.times ? [`\`${timeMark(startMs)}\``] : []),
      ...(options.speakers && voice !== null ? [`**${escaped(voice)}:**`] : []),
      escaped(text),
    ].join(' '),
  )
  const heading = `# ${escaped(cleanTokens(transcript.title).join(' '))}`.trim()
  const blocks = markdownBlocks(outlineOf(understood, words), options.times)
  // Without anything on top the text needs no heading of its own.
  const spoken = blocks.length > 0 && body.length > 0 ? [`## ${words.transcript}`, ...body] : body
  return `${[heading, facts.join('\n'), ...blocks, ...spoken].join('\n\n')}\n`
}
