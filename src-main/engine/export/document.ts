/** A meeting as a document of pages: what Word files and PDF have in common. */
import { groupParagraphs, type Paragraph } from './group-paragraphs.ts'
import { type Entry, withNotes } from './note-lines.ts'
import { outlineOf, type Part } from './outline.ts'
import { soundLines } from './sound-lines.ts'
import { cleanTokens } from './speech-pieces.ts'
import { dateMark, timeMark } from './time-marks.ts'
import type { ToExport } from './to-export.ts'
import { type Words, wordsIn } from './words.ts'

export interface Fact {
  readonly name: string
  readonly value: string
}

export interface Document {
  readonly title: string
  /** Of the headings. */
  readonly language: 'en' | 'it'
  readonly words: Words
  readonly facts: readonly Fact[]
  /** What became of the sound. */
  readonly sound: readonly string[]
  readonly parts: readonly Part[]
  readonly speech: ReadonlyArray<Entry<Paragraph>>
  readonly times: boolean
  readonly startedAt: Date
}

/** Hears how much of the work is done, 0 to 1. */
export type Progressed = (share: number) => void

export function documentOf({ transcript, understood, options }: ToExport): Document {
  const words = wordsIn[options.language]
  const { title, startedAt, durationMs, language, model } = transcript
  const { notes } = understood
  const spoken = groupParagraphs(transcript, { voices: words, breaks: notes })
  const speech = options.speakers ? spoken : spoken.map((one) => ({ ...one, voice: null }))
  return {
    title: cleanTokens(title).join(' ') || words.transcript,
    language: options.language,
    words,
    facts: [
      { name: words.date, value: dateMark(startedAt) },
      { name: words.duration, value: timeMark(durationMs) },
      { name: words.spokenLanguage, value: language },
      { name: words.model, value: model },
    ],
    sound: options.gaps ? soundLines(transcript) : [],
    parts: outlineOf(understood, words),
    speech: withNotes(speech, notes),
    times: options.times,
    startedAt: new Date(startedAt),
  }
}

/** The times of a statement, as they stand behind it. */
export function timesBehind(timesMs: readonly number[], times: boolean): string {
  return times && timesMs.length > 0 ? ` ${timesMs.map((atMs) => timeMark(atMs)).join(' ')}` : ''
}
