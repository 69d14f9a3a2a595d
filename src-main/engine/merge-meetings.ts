/**
 * One meeting of several. Its sound is put together first, behind a note by which a kill is put right; then its text is
 * kept and the others go to the trash, all at once.
 */
import { existsSync } from 'node:fs'
import { AppError } from '#contract/errors.ts'
import { InsightId, MeetingId, NoteId, RefusalId, SegmentId } from '#contract/ids.ts'
import type { Meeting } from '#contract/meeting.ts'
import type { TrackName } from '#contract/transcript.ts'
import { toMs, toSamples } from './audio/frames.ts'
import { joinText, type TextPart } from './library/join-text.ts'
import type { Parts } from './parts.ts'
import { RECOGNITION } from './store/reader-positions.ts'
import type { StoredTrack } from './store/meetings.ts'

interface Part {
  readonly meeting: Meeting
  readonly tracks: readonly StoredTrack[]
  /** In samples. */
  readonly length: number
  readonly from: number
}

/** A note that old, of which nothing was made, belongs to a program that is gone. */
const forgottenMs = 60 * 60_000

/** Resolves with the new meeting once the others lie in the trash; where it fails, nothing has changed. */
export async function mergeMeetings(
  parts: Parts,
  meetings: readonly Meeting[],
  title: string | null,
): Promise<Meeting> {
  const { keeping, clock, newId } = parts
  const { store, recordings } = keeping
  refuseOthers(meetings, (id) => store.meetings.tracks(id))
  const joined = inOrder(meetings, (id) => store.meetings.tracks(id))
  // Whoever seals one of them writes noise over its plain sound, which would be copied.
  using _ = claimed(
    keeping,
    joined.map(({ meeting }) => meeting.id),
  )
  const meetingId = MeetingId.parse(newId())
  store.joinings.begin(meetingId, clock.now())
  let claim: Disposable | null = null
  // A claimed meeting is left alone by other programs that start meanwhile.
  const release = (): void => claim?.[Symbol.dispose]()
  try {
    const hasSound = joined.some(({ meeting }) => existsSync(recordings.folderOf(meeting.id)))
    const made = (): void => void (claim = keeping.claim(meetingId))
    if (hasSound) await recordings.join(meetingId, joined.map(soundOf), made)
    store.transaction(() => keep(parts, { meetingId, joined, title }))
  } catch (error) {
    release()
    await recordings.remove(meetingId)
    store.joinings.forget(meetingId)
    throw error
  }
  release()
  const meeting = store.meetings.read(meetingId)
  if (!meeting) throw new AppError('not_found', 'The new meeting was deleted at once.')
  return meeting
}

/** What a kill has left of meetings that were being put together goes; what they were made of is untouched. */
export async function clearUnfinishedMerges({ keeping, clock, log }: Parts): Promise<void> {
  const { store, recordings } = keeping
  for (const { meetingId, begunAtMs } of store.joinings.unfinished()) {
    try {
      if (isAtWork(meetingId, begunAtMs)) continue
      await recordings.remove(meetingId)
      store.joinings.forget(meetingId)
      log.warn('merge.cleared', { meetingId })
    } catch (error) {
      // The next start tries again.
      log.bug('merge.uncleared', error)
    }
  }

  function isAtWork(meetingId: MeetingId, begunAtMs: number): boolean {
    if (!existsSync(recordings.folderOf(meetingId))) return clock.now() - begunAtMs < forgottenMs
    const claim = keeping.claim(meetingId)
    claim?.[Symbol.dispose]()
    return claim === null
  }
}

/** The recordings that are there, all of them or none. */
function claimed({ recordings, claim }: Parts['keeping'], ids: readonly MeetingId[]): Disposable {
  using claims = new DisposableStack()
  for (const id of ids) {
    if (!existsSync(recordings.folderOf(id))) continue
    if (claims.use(claim(id)) === null)
      throw new AppError(
        'meeting_busy',
        'One of these meetings is being worked on at this moment. Nothing was changed. Merge them when that is over.',
      )
  }
  return claims.move()
}

function soundOf({ meeting, tracks, length }: Part) {
  return { meetingId: meeting.id, tracks: tracks.map(({ name }) => name), length }
}

function refuseOthers(
  meetings: readonly Meeting[],
  tracksOf: (id: MeetingId) => readonly StoredTrack[],
): void {
  if (new Set(meetings.map(({ id }) => id)).size < 2)
    throw new AppError('invalid_input', 'Choose at least two meetings to merge.')
  for (const { state, title } of meetings) {
    if (state === 'live')
      throw new AppError('meeting_busy', `“${title}” is still being recorded. Stop it first.`)
    if (state === 'interrupted')
      throw new AppError('meeting_busy', `“${title}” has sound without text. Finish it first.`)
  }
  const kinds = new Set(meetings.map(({ id }) => tracksOf(id).some(({ name }) => name === 'mix')))
  if (kinds.size > 1)
    throw new AppError(
      'meetings_differ',
      'Some of these meetings have you and the others apart, some have all in one sound. Only meetings of one kind can be merged; nothing was changed.',
    )
}

function inOrder(
  meetings: readonly Meeting[],
  tracksOf: (id: MeetingId) => readonly StoredTrack[],
): Part[] {
  const unique = [...new Map(meetings.map((meeting) => [meeting.id, meeting])).values()]
  const sorted = unique.toSorted(
    (a, b) => a.startedAt.localeCompare(b.startedAt) || a.id.localeCompare(b.id),
  )
  let from = 0
  return sorted.map((meeting) => {
    const tracks = tracksOf(meeting.id)
    // Whole milliseconds, so that words stay where they are heard.
    const longest = Math.max(0, ...tracks.map(({ samples }) => samples))
    const length = toSamples(Math.ceil(longest / toSamples(1)))
    const part = { meeting, tracks, length, from }
    from += length
    return part
  })
}

interface Kept {
  readonly meetingId: MeetingId
  readonly joined: readonly Part[]
  readonly title: string | null
}

function keep({ keeping: { store }, clock, newId }: Parts, { meetingId, joined, title }: Kept) {
  const [first] = joined.map(({ meeting }) => meeting)
  if (!first) throw new Error('Nothing is merged')
  const lengths = lengthsOf(joined)
  const tracks = [...lengths.keys()]
  store.meetings.create({
    id: meetingId,
    title: title ?? first.title,
    startedAtMs: Date.parse(first.startedAt),
    ...mostSpoken(joined),
    tracks,
    source: null,
    vocabulary: [
      ...new Set(joined.flatMap(({ meeting }) => store.meetings.vocabulary(meeting.id))),
    ],
  })
  const text = joinText(
    joined.map((part) => textOf(store, part)),
    {
      newSegmentId: () => SegmentId.parse(newId()),
      newRefusalId: () => RefusalId.parse(newId()),
      newInsightId: () => InsightId.parse(newId()),
    },
  )
  for (const [track, toSample] of lengths) {
    store.meetings.grow(meetingId, track, toSample)
    const segments = text.segments.filter((segment) => segment.track === track)
    store.segments.commit(meetingId, segments, { track, reader: RECOGNITION, toSample })
  }
  for (const segment of text.written) store.segments.write(meetingId, segment, clock.now())
  store.refusals.add(meetingId, text.refusals)
  if (text.insights.length > 0) {
    const change = { removed: [], kept: text.insights }
    store.insights.keep(meetingId, change, notUnderstood)
  }
  for (const { meeting, from } of joined)
    for (const note of store.notes.ofMeeting(meeting.id)) {
      const atMs = note.atMs + toMs(from)
      store.notes.add({ ...note, id: NoteId.parse(newId()), meetingId, atMs })
    }
  store.meetings.setState(meetingId, 'done')
  store.shelves.organise([meetingId], shelfOf(joined))
  for (const { meeting } of joined) store.trash.put(meeting.id, clock.now())
  store.joinings.forget(meetingId)
}

/** Its text is read anew as soon as somebody looks. */
const notUnderstood = { model: null, without: null, dropped: 0, readMs: 0, textDigest: '' }

/** A track that one of them does not have is silent there. */
function lengthsOf(joined: readonly Part[]): Map<TrackName, number> {
  const names = new Set(joined.flatMap(({ tracks }) => tracks.map(({ name }) => name)))
  const end = joined.reduce((sum, { length }) => sum + length, 0)
  return new Map(
    (['me', 'them', 'mix'] as const).filter((name) => names.has(name)).map((name) => [name, end]),
  )
}

function mostSpoken(joined: readonly Part[]): Pick<Meeting, 'language' | 'model'> {
  const longest = joined.toSorted((a, b) => b.length - a.length)[0]?.meeting
  return { language: longest?.language ?? 'auto', model: longest?.model ?? '' }
}

function textOf({ segments, refusals, insights }: Parts['keeping']['store'], part: Part): TextPart {
  const { id } = part.meeting
  return {
    fromMs: toMs(part.from),
    segments: segments.ofMeeting(id),
    written: segments.written(id),
    refusals: refusals.ofMeeting(id),
    insights: insights.known(id),
  }
}

function shelfOf(joined: readonly Part[]) {
  const folders = new Set(joined.map(({ meeting }) => meeting.folder))
  const [folder = null] = folders
  return {
    folder: folders.size === 1 ? folder : null,
    addTags: [...new Set(joined.flatMap(({ meeting }) => meeting.tags))],
    addPeople: [...new Set(joined.flatMap(({ meeting }) => meeting.people))],
  }
}
