/**
 * An engine that a spec drives by hand, behind the real server and the real wire: for what a real one shows rarely
 * (a full disk, a silent microphone, a lost connection in the middle of a word). Everything else runs on the real one.
 */
import { randomUUID } from 'node:crypto'
import type { EngineApi } from '#contract/commands.ts'
import { AppError } from '#contract/errors.ts'
import type { EngineEvent } from '#contract/events.ts'
import { MeetingId, SegmentId } from '#contract/ids.ts'
import type { Meeting } from '#contract/meeting.ts'
import type { Segment, TrackName } from '#contract/transcript.ts'

export interface ScriptedEngine {
  readonly api: EngineApi
  subscribe(listener: (event: EngineEvent) => void): () => void
  emit(event: EngineEvent): void
  /** Puts a meeting into the store without telling anybody. */
  keep(meeting: Meeting, segments?: readonly Segment[]): Meeting
  /** Stores a segment and tells it. */
  commit(meetingId: MeetingId, segment: Segment): void
  /** What is put here answers instead. */
  readonly script: Partial<EngineApi>
}

export function aMeeting(change: Partial<Meeting> = {}): Meeting {
  return {
    id: MeetingId.parse(randomUUID()),
    title: 'Weekly planning',
    startedAt: new Date(Date.now() - 3_600_000).toISOString(),
    durationMs: 1_935_000,
    language: 'en',
    model: 'base-q5_1',
    state: 'done',
    segmentCount: 0,
    unreadMs: 0,
    ...change,
  }
}

export function aSegment(track: TrackName, startMs: number, text: string): Segment {
  const words = text.split(' ')
  const wordMs = 350
  return {
    id: SegmentId.parse(randomUUID()),
    track,
    speaker: null,
    startMs,
    endMs: startMs + words.length * wordMs,
    text,
    status: 'committed',
    words: words.map((word, index) => ({
      text: word,
      startMs: startMs + index * wordMs,
      endMs: startMs + (index + 1) * wordMs,
      confidence: 0.9,
    })),
  }
}

export function scriptedEngine(): ScriptedEngine {
  const listeners = new Set<(event: EngineEvent) => void>()
  const meetings = new Map<MeetingId, Meeting>()
  const texts = new Map<MeetingId, readonly Segment[]>()
  const script: Partial<EngineApi> = {}

  function emit(event: EngineEvent): void {
    for (const tell of listeners) tell(event)
  }
  function find(id: MeetingId): Meeting {
    const meeting = meetings.get(id)
    if (!meeting) throw new AppError('not_found', 'There is no such meeting.')
    return meeting
  }
  function change(id: MeetingId, to: Partial<Meeting>): Meeting {
    const meeting = { ...find(id), ...to }
    meetings.set(id, meeting)
    emit({ type: meeting.state === 'live' ? 'meeting.changed' : 'meeting.stopped', meeting })
    return meeting
  }
  const notScripted = async (): Promise<never> => {
    throw new AppError('internal', 'This is not scripted.')
  }

  const api: EngineApi = {
    'meeting.start': async () => {
      throw new AppError(
        'source_unavailable',
        'The microphone and the computer sound cannot be recorded yet. Record a file with --source file:PATH.',
      )
    },
    'meeting.stop': async ({ meetingId }) => change(meetingId, { state: 'done' }),
    'meeting.finish': async ({ meetingId }) => change(meetingId, { state: 'done', unreadMs: 0 }),
    'meeting.transcribe': notScripted,
    'meeting.list': async () => [...meetings.values()],
    'meeting.read': async ({ meetingId }) => {
      const { state: _, segmentCount: __, unreadMs: ___, ...described } = find(meetingId)
      const segments = [...(texts.get(meetingId) ?? [])]
      const tracks = [...new Set(segments.map(({ track }) => track))].map((name) => ({ name }))
      return { ...described, tracks, segments }
    },
    'meeting.search': async ({ query, limit }) =>
      [...texts]
        .flatMap(([meetingId, segments]) => segments.map((segment) => ({ meetingId, segment })))
        .filter(({ segment }) => segment.text.toLowerCase().includes(query.toLowerCase()))
        .slice(0, limit)
        .map(({ meetingId, segment: { words: _, ...segment } }) => ({
          meetingId,
          meetingTitle: find(meetingId).title,
          startedAt: find(meetingId).startedAt,
          segment,
          snippet: segment.text.replace(new RegExp(RegExp.escape(query), 'gi'), '\u0002$&\u0003'),
        })),
    'meeting.rename': async ({ meetingId, title }) => change(meetingId, { title }),
    'meeting.delete': async ({ meetingId }) => {
      meetings.delete(find(meetingId).id)
      texts.delete(meetingId)
      emit({ type: 'meeting.deleted', meetingId })
      return null
    },
    'meeting.export': async ({ meetingId, format }) => ({
      fileName: `${find(meetingId).title}.${format}`,
      mediaType: 'text/plain',
      text: (texts.get(meetingId) ?? []).map(({ text }) => text).join('\n'),
    }),
    'transcript.export': notScripted,
    'model.list': async () => [],
    'model.pull': notScripted,
    'model.add': notScripted,
    'model.verify': async () => [],
    'model.remove': notScripted,
    'system.describe': notScripted,
  }

  return {
    api: scripted(api, script),
    script,
    emit,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    keep: (meeting, segments = []) => {
      meetings.set(meeting.id, meeting)
      texts.set(meeting.id, segments)
      return meeting
    },
    commit: (meetingId, segment) => {
      texts.set(meetingId, [...(texts.get(meetingId) ?? []), segment])
      emit({ type: 'segment.committed', meetingId, segment })
    },
  }
}

/** The api whose commands the script may replace at any moment. */
function scripted(api: EngineApi, script: Partial<EngineApi>): EngineApi {
  return new Proxy(api, {
    get: (usual, name) => Reflect.get(Object.hasOwn(script, name) ? script : usual, name),
  })
}
