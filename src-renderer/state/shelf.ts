/** Which meetings are shown: all of them, those of a folder or a tag, or what was deleted. */
import type { Meeting } from '#contract/meeting.ts'

export type Shelf =
  | { readonly kind: 'folder' | 'tag'; readonly name: string }
  | { readonly kind: 'trash' }

/** Null: all meetings. */
export function parseShelf(asked: URLSearchParams): Shelf | null {
  for (const kind of ['folder', 'tag'] as const) {
    const name = asked.get(kind)
    if (name) return { kind, name }
  }
  return asked.has('trash') ? { kind: 'trash' } : null
}

export function shelfInAddress(shelf: Shelf | null): Readonly<Record<string, string | undefined>> {
  if (!shelf) return {}
  return shelf.kind === 'trash' ? { trash: '1' } : { [shelf.kind]: shelf.name }
}

export function isSameShelf(a: Shelf | null, b: Shelf | null): boolean {
  return JSON.stringify(shelfInAddress(a)) === JSON.stringify(shelfInAddress(b))
}

/** The meetings that stand there, in the order given. */
export function onShelf(meetings: readonly Meeting[], shelf: Shelf | null): readonly Meeting[] {
  if (!shelf) return meetings
  if (shelf.kind === 'trash') return []
  if (shelf.kind === 'folder') return meetings.filter(({ folder }) => folder === shelf.name)
  return meetings.filter(({ tags }) => tags.includes(shelf.name))
}

export interface Counted {
  readonly name: string
  readonly count: number
}

/** Folders and tags are there as long as a meeting is in them; by name, as the reader's language orders names. */
export function shelvesOf(
  meetings: readonly Meeting[],
  locale: string,
): { readonly folders: readonly Counted[]; readonly tags: readonly Counted[] } {
  const byName = new Intl.Collator(locale, { numeric: true }).compare
  const counted = (names: readonly string[]): Counted[] =>
    [...Map.groupBy(names, (name) => name)]
      .map(([name, all]) => ({ name, count: all.length }))
      .toSorted((a, b) => byName(a.name, b.name))
  return {
    folders: counted(meetings.flatMap(({ folder }) => folder ?? [])),
    tags: counted(meetings.flatMap(({ tags }) => tags)),
  }
}
