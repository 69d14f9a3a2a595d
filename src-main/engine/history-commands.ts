/** What was changed in a meeting, and taking it back. */
import type { EngineApi } from '#contract/commands.ts'
import type { EditEntry, EditResult } from '#contract/edit.ts'
import { AppError } from '#contract/errors.ts'
import type { MeetingId } from '#contract/ids.ts'
import { type Change, reversed, sizeOf } from './editing/change.ts'
import { describeChange } from './editing/describe-change.ts'
import { type Current, putBack } from './editing/put-back.ts'
import { type Editing, makingEdits } from './make-edits.ts'
import type { KeptChange } from './store/edits.ts'

type HistoryCommand = 'edit.undo' | 'edit.redo' | 'edit.state' | 'edit.list' | 'edit.revert'

/** From so many segments on it is quicker to read the whole meeting than one after the other. */
const many = 50

export function historyCommands(work: Editing): Pick<EngineApi, HistoryCommand> {
  const { store, isOpen } = work
  const { make, turn, atOnce } = makingEdits(work)

  function turned(meetingId: MeetingId, way: 'undo' | 'redo'): EditResult {
    const kept = store.edits.next(meetingId, way)
    if (!kept?.change) throw new AppError('not_found', nothing[way])
    const change = way === 'undo' ? kept.change : reversed(kept.change)
    const back = putBack(change, current(meetingId, change))
    if (!back) throw new AppError('text_changed', changed[way])
    return turn(meetingId, kept.number, way === 'undo' ? 'undone' : 'done', back)
  }
  /** Segments as they are; one that is still spoken counts as changed. */
  function current(meetingId: MeetingId, change: Change): Current {
    if (sizeOf(change) < many)
      return (id) => (isOpen(id) ? null : store.segments.read(meetingId, id))
    const all = new Map(store.segments.ofMeeting(meetingId).map((one) => [one.id, one]))
    return (id) => (isOpen(id) ? null : (all.get(id) ?? null))
  }
  function canRevert(meetingId: MeetingId, { change, state }: KeptChange): boolean {
    if (!change || state === 'undone' || state === 'dropped') return false
    return putBack(change, current(meetingId, change)) !== null
  }

  return {
    'edit.undo': async ({ meetingId }) => atOnce(() => turned(meetingId, 'undo')),
    'edit.redo': async ({ meetingId }) => atOnce(() => turned(meetingId, 'redo')),
    'edit.state': async ({ meetingId }) => store.edits.stack(meetingId),
    'edit.list': async ({ meetingId, before, limit }) =>
      store.edits
        .history(meetingId, before, limit)
        .map((kept) => entryOf(kept, canRevert(meetingId, kept))),
    'edit.revert': async ({ meetingId, editId }) =>
      atOnce(() => {
        const kept = store.edits.read(meetingId, editId)
        if (!kept?.change) throw new AppError('not_found', noSuchEdit)
        const back = putBack(kept.change, current(meetingId, kept.change))
        if (!back) throw new AppError('text_changed', changed.revert)
        return make(meetingId, 'reverted', back, kept.number)
      }),
  }
}

function entryOf(kept: KeptChange, canRevert: boolean): EditEntry {
  const { number: id, atMs, what, of, state, change } = kept
  return {
    id,
    at: new Date(atMs).toISOString(),
    author: authorOf(kept),
    what,
    of,
    state,
    canRevert,
    segments: change ? sizeOf(change) : kept.segmentId ? 1 : 0,
    changes: change ? describeChange(change) : [plainChange(kept)],
  }
}

/** Text that a person wrote in another meeting comes from there as it is, when both are joined. */
function authorOf({ author, what, change, before, after }: KeptChange): EditEntry['author'] {
  if (change === null && what === 'written' && before === after) return 'merge'
  return author === 'person' ? 'person' : 'model'
}

/** A title, or a text of which only the words were kept. */
function plainChange({ what, segmentId, before, after }: KeptChange): EditEntry['changes'][number] {
  return {
    segmentId,
    startMs: null,
    about: what === 'titled' ? 'title' : 'text',
    before: before === '' ? null : before,
    after: after === '' ? null : after,
  }
}

const nothing = {
  undo: 'There is nothing to undo in this meeting.',
  redo: 'There is nothing to make again in this meeting.',
}
const changed = {
  undo: 'This text was changed by something else after that edit, so it stays as it is. The history has what was there.',
  redo: 'This text was changed by something else meanwhile, so the edit is not made again. The history has what was written.',
  revert:
    'This text was changed again after that, so it stays as it is. Take back the later change first.',
}
const noSuchEdit = 'This change is not in the history any more, or cannot be taken back.'
