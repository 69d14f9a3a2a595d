import type { Note } from '#contract/note.ts'
import { groupSegments } from './group-paragraphs.ts'
import { noteWords, withNotes } from './note-lines.ts'
import { outlineOf } from './outline.ts'
import type { PlayerContent, PlayerParagraph, PlayerWord } from './player/content.ts'
import { soundLines } from './sound-lines.ts'
import { cleanTokens, speechPieces } from './speech-pieces.ts'
import { dateMark, timeMark } from './time-marks.ts'
import type { ToExport } from './to-export.ts'
import { type Words, wordsIn } from './words.ts'

/** What the page of a player file shows, every word with its time. */
export function playerContent(
  { transcript, understood, options }: ToExport,
  sound: PlayerContent['sound'],
): PlayerContent {
  const words = wordsIn[options.language]
  const { notes } = understood
  const groups = groupSegments(transcript, { voices: words, breaks: notes })
  const voices = [...new Set(groups.map(({ voice }) => voice).filter((voice) => voice !== null))]
  return {
    language: options.language,
    title: cleanTokens(transcript.title).join(' ') || words.transcript,
    facts: [
      { name: words.date, value: dateMark(transcript.startedAt) },
      { name: words.duration, value: timeMark(transcript.durationMs) },
      { name: words.spokenLanguage, value: transcript.language },
      { name: words.model, value: transcript.model },
    ],
    durationMs: transcript.durationMs,
    account: options.gaps ? soundLines(transcript) : [],
    times: options.times,
    parts: outlineOf(understood, words),
    paragraphs: withNotes(groups, notes).map((entry): PlayerParagraph => {
      if (entry.kind === 'noted') return notedParagraph(entry.note, words)
      const { startMs, voice, segments } = entry.paragraph
      const shown = options.speakers ? voice : null
      return {
        startMs,
        voice: shown,
        voiceIndex: shown === null ? -1 : voices.indexOf(shown),
        note: null,
        words: segments.flatMap((segment) => speechPieces(segment, Infinity).map(wordOf)),
      }
    }),
    sound,
  }
}

function notedParagraph(note: Note, words: Words): PlayerParagraph {
  const { name, text } = noteWords(note, words)
  const { atMs } = note
  const spoken = cleanTokens(text).map((token): PlayerWord => [token, atMs, atMs, 1])
  return { startMs: atMs, voice: null, voiceIndex: -1, note: name, words: spoken }
}

function wordOf(piece: ReturnType<typeof speechPieces>[number]): PlayerWord {
  return [piece.text, piece.startMs, piece.endMs, piece.spaced ? 1 : 0]
}
