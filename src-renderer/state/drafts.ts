/** What a person has typed and the engine does not have yet. It outlives a lost engine and a closed page. */
import type { CommandInput } from '#contract/commands.ts'
import { commands } from '#contract/commands.ts'
import type { MeetingId } from '#contract/ids.ts'
import type { Note } from '#contract/note.ts'

export interface Draft {
  readonly text: string
  /** When its first letter was typed, in the time of the meeting. */
  readonly atMs: number
}

/** A note as it is sent; the place is known by then. */
export type UnsentNote = CommandInput<'note.add'> & { readonly atMs: number }

export interface Drafts {
  readonly typed: Readonly<Partial<Record<MeetingId, Draft>>>
  /** Written and not known to be kept, the oldest first. */
  readonly unsent: readonly UnsentNote[]
}

export const noDrafts: Drafts = { typed: {}, unsent: [] }

/** What stands in the field now. The time is that of the first letter; an empty field begins anew. */
export function withTyped(
  drafts: Drafts,
  meetingId: MeetingId,
  text: string,
  nowMs: number,
): Drafts {
  const { [meetingId]: before, ...others } = drafts.typed
  if (text === '') return { ...drafts, typed: others }
  return {
    ...drafts,
    typed: { ...others, [meetingId]: { text, atMs: before?.atMs ?? Math.round(nowMs) } },
  }
}

/** What was typed is to be kept; without words there is nothing to keep. */
export function withWritten(drafts: Drafts, meetingId: MeetingId): Drafts {
  const { [meetingId]: draft, ...typed } = drafts.typed
  const text = draft?.text.trim() ?? ''
  if (!draft || text === '') return drafts
  return withUnsent({ ...drafts, typed }, { meetingId, kind: 'note', atMs: draft.atMs, text })
}

export function withUnsent(drafts: Drafts, note: UnsentNote): Drafts {
  return { ...drafts, unsent: [...drafts.unsent, note] }
}

export function withoutUnsent(drafts: Drafts, note: UnsentNote): Drafts {
  return { ...drafts, unsent: drafts.unsent.filter((one) => one !== note) }
}

/** Whether the engine has it already: the same words at the same place are kept once. */
export function isKept(
  { kind, atMs, text }: UnsentNote,
  notes: readonly Pick<Note, 'kind' | 'atMs' | 'text'>[],
): boolean {
  return notes.some((note) => note.kind === kind && note.atMs === atMs && note.text === text)
}

/** What an earlier page has left, or nothing where that cannot be understood. */
export function parseDrafts(json: string | null): Drafts {
  try {
    const { typed, unsent } = JSON.parse(json ?? '{}') as Partial<Drafts>
    return {
      typed: Object.fromEntries(Object.entries(typed ?? {}).filter(([, one]) => isDraft(one))),
      unsent: (unsent ?? []).filter(isUnsent),
    }
  } catch {
    return noDrafts
  }
}

function isDraft(one: unknown): boolean {
  const draft = one as Partial<Draft> | null
  return typeof draft?.text === 'string' && Number.isInteger(draft.atMs)
}

function isUnsent(one: unknown): one is UnsentNote {
  const note = commands['note.add'].input.safeParse(one)
  return note.success && note.data.atMs !== null
}
