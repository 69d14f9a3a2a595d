import { z } from 'zod'
import { SegmentId } from './ids.ts'
import { TrackName } from './transcript.ts'

/** The longest text that a person may write into one segment, in characters. */
export const longestText = 10_000
export const SegmentText = z.string().trim().min(1).max(longestText)

export const longestName = 100
/** What a voice is called. Any writing, on one line. */
export const SpeakerName = z
  .string()
  .trim()
  .min(1)
  .max(longestName)
  .regex(/^\P{Cc}*$/u, 'one line, without control characters')

/** Where a text is divided: before a word, counted from 0, or at a character. */
export const SplitPlace = z.union([
  z.strictObject({ word: z.int().positive() }),
  z.strictObject({ character: z.int().positive() }),
])
export type SplitPlace = Readonly<z.infer<typeof SplitPlace>>

/** A voice of a meeting: everybody of that name, or whoever has none on a track. */
export const Voice = z.union([
  z.strictObject({ name: SpeakerName }),
  z.strictObject({ unnamedOn: TrackName }),
])
export type Voice = Readonly<z.infer<typeof Voice>>

/** How much a voice says in a meeting; `name` is null for whoever has none on its track. */
export const Speaker = z.strictObject({
  name: z.string().nullable(),
  tracks: z.array(TrackName),
  segmentCount: z.int().nonnegative(),
  spokenMs: z.int().nonnegative(),
})
export type Speaker = Readonly<z.infer<typeof Speaker>>

export const longestSought = 200
/** Words to look for in a meeting. Accents always count, case only where asked for. */
export const Sought = z.strictObject({
  find: z.string().min(1).max(longestSought),
  matchCase: z.boolean(),
  wholeWords: z.boolean(),
})
export type Sought = Readonly<z.infer<typeof Sought>>

/** At most so many of the texts in which words were found are shown. */
export const shownExamples = 5

/** How often words stand in a meeting, and in how many segments; `leftOpen` of the places are still being spoken. */
export const FoundWords = z.strictObject({
  places: z.int().nonnegative(),
  segments: z.int().nonnegative(),
  leftOpen: z.int().nonnegative(),
  /** The first texts, with the places in characters. */
  examples: z
    .array(
      z.strictObject({
        segmentId: SegmentId,
        text: z.string(),
        places: z.array(z.strictObject({ from: z.int().nonnegative(), to: z.int().nonnegative() })),
      }),
    )
    .max(shownExamples),
})
export type FoundWords = Readonly<z.infer<typeof FoundWords>>

/**
 * What a change did. `written`, `split`, `merged`, `replaced`, `assigned`, `renamed`: a person's edits. `undone`, `redone`,
 * `reverted`: what became of one. `restored`: text that was held back is shown. `refined`: a stronger reading put better
 * text in its place. `titled`: the meeting has another title.
 */
export const EditKind = z.enum([
  'written',
  'split',
  'merged',
  'replaced',
  'assigned',
  'renamed',
  'reverted',
  'undone',
  'redone',
  'restored',
  'refined',
  'titled',
])
export type EditKind = z.infer<typeof EditKind>

const EditId = z.int().positive()

/** A change that can be undone or made again. */
export const EditStep = z.strictObject({ id: EditId, what: EditKind })
export type EditStep = Readonly<z.infer<typeof EditStep>>

/** What undoing and redoing would do next in a meeting; null: nothing. */
export const EditStack = z.strictObject({
  undo: EditStep.nullable(),
  redo: EditStep.nullable(),
})
export type EditStack = Readonly<z.infer<typeof EditStack>>

/** What an edit came to: its entry in the history, null where nothing had to change, and how many segments it touched. */
export const EditResult = z.strictObject({
  id: EditId.nullable(),
  segments: z.int().nonnegative(),
})
export type EditResult = Readonly<z.infer<typeof EditResult>>

/** What was replaced; `left` places stayed, because nothing or too much text would stand there, or it is still spoken. */
export const ReplaceResult = EditResult.extend({
  places: z.int().nonnegative(),
  left: z.int().nonnegative(),
})
export type ReplaceResult = Readonly<z.infer<typeof ReplaceResult>>

/** At most so many changes of one entry are told. */
export const shownChanges = 20

/** One entry of a meeting's history. */
export const EditEntry = z.strictObject({
  id: EditId,
  /** ISO 8601, UTC. */
  at: z.iso.datetime(),
  author: z.enum(['person', 'model', 'merge']),
  what: EditKind,
  /** The entry that this one undid, redid or reverted. */
  of: EditId.nullable(),
  /** Of a person's edit: it holds, was undone, or was undone and then left behind by another one. */
  state: z.enum(['done', 'undone', 'dropped']).nullable(),
  /** Whether what was there before can be put back. */
  canRevert: z.boolean(),
  /** How many segments it touched. */
  segments: z.int().nonnegative(),
  /** The first of what it changed: texts, or names of voices. Null: no name, or nothing. */
  changes: z
    .array(
      z.strictObject({
        segmentId: SegmentId.nullable(),
        startMs: z.int().nonnegative().nullable(),
        about: z.enum(['text', 'speaker', 'title']),
        before: z.string().nullable(),
        after: z.string().nullable(),
      }),
    )
    .max(shownChanges),
})
export type EditEntry = Readonly<z.infer<typeof EditEntry>>
