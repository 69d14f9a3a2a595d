import { groupParagraphs } from './group-paragraphs.ts'
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
  const head = [
    cleanTokens(transcript.title).join(' '),
    `${dateMark(transcript.startedAt)}, ${timeMark(transcript.durationMs)}`,
    ...(options.gaps ? soundLines(transcript) : []),
  ]
  const body = groupParagraphs(transcript, { voices: words }).map(({ startMs, voice, text }) =>
    [
      ...(options.times ? [`[${timeMark(startMs)}]`] : []),
      ...(options.speakers && voice !== null ? [`${voice}:`] : []),
      text,
    ].join(' '),
  )
  const blocks = textBlocks(outlineOf(understood, words), options.times)
  const spoken = blocks.length > 0 && body.length > 0 ? [words.transcript.toUpperCase()] : []
  return `${[head.join('\n'), ...blocks, ...spoken, ...body].join('\n\n')}\n`
}
