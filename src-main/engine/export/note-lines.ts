/** What persons wrote beside a meeting, in its place among what was said. */
import type { Note } from '#contract/note.ts'
import { cleanTokens } from './speech-pieces.ts'
import type { Words } from './words.ts'

interface Placed {
  readonly startMs: number
}

export type Entry<Said extends Placed> =
  | { readonly kind: 'said'; readonly paragraph: Said }
  | { readonly kind: 'noted'; readonly note: Note }

/** Both in the order of their places; a note stands behind what began before it. */
export function withNotes<Said extends Placed>(
  paragraphs: readonly Said[],
  notes: readonly Note[],
): ReadonlyArray<Entry<Said>> {
  const said = paragraphs.map((paragraph) => ({ kind: 'said', paragraph }) as const)
  const noted = notes.map((note) => ({ kind: 'noted', note }) as const)
  return [...said, ...noted].toSorted((a, b) => placeOf(a) - placeOf(b))
}

function placeOf(entry: Entry<Placed>): number {
  return entry.kind === 'said' ? entry.paragraph.startMs : entry.note.atMs
}

/** What it is, and its words in one line; a bookmark may have none. */
export function noteWords(
  { kind, text }: Note,
  words: Pick<Words, 'note' | 'bookmark'>,
): { readonly name: string; readonly text: string } {
  return { name: words[kind], text: cleanTokens(text).join(' ') }
}
