/** What persons wrote beside a meeting, in its place among what was said. */
import type { Note } from '#contract/note.ts'
import type { Paragraph } from './group-paragraphs.ts'
import { cleanTokens } from './speech-pieces.ts'

export type Entry =
  | { readonly kind: 'said'; readonly paragraph: Paragraph }
  | { readonly kind: 'noted'; readonly note: Note }

/** Both in the order of their places; a note stands behind what began before it. */
export function withNotes(
  paragraphs: readonly Paragraph[],
  notes: readonly Note[],
): readonly Entry[] {
  const said = paragraphs.map((paragraph) => ({ kind: 'said', paragraph }) as const)
  const noted = notes.map((note) => ({ kind: 'noted', note }) as const)
  return [...said, ...noted].toSorted((a, b) => placeOf(a) - placeOf(b))
}

function placeOf(entry: Entry): number {
  return entry.kind === 'said' ? entry.paragraph.startMs : entry.note.atMs
}

/** What it is, and its words in one line; a bookmark may have none. */
export function noteWords({ kind, text }: Note): { readonly name: string; readonly text: string } {
  return { name: kind === 'note' ? 'Note' : 'Bookmark', text: cleanTokens(text).join(' ') }
}
