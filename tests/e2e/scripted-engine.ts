/**
 * An engine that a spec drives by hand, behind the real server and the real wire: for what a real one shows rarely
 * (a full disk, a silent microphone, a lost connection in the middle of a word). Everything else runs on the real one.
 */
import { randomUUID } from 'node:crypto'
import type { TrackAccount } from '#contract/account.ts'
import type { EngineApi } from '#contract/commands.ts'
import type { Device } from '#contract/device.ts'
import { AppError } from '#contract/errors.ts'
import type { EngineEvent, StopReason } from '#contract/events.ts'
import type { Hearing } from '#contract/hearing.ts'
import { MeetingId, SegmentId } from '#contract/ids.ts'
import type { Meeting, Transcript } from '#contract/meeting.ts'
import type { Segment, TrackName } from '#contract/transcript.ts'
import type { Warning } from '#contract/warning.ts'
import { changeTerms } from '#engine/vocabulary/change-terms.ts'
import { listeningScript } from './listening-script.ts'
import { aDevice, twoDevices } from './scripted-devices.ts'
import { notesScript } from './notes-script.ts'
import { replaceable, type Script } from './replaceable.ts'
import { unscripted } from './unscripted.ts'
import { described, type LibraryScript, libraryScript, notScripted } from './library-script.ts'
import { unscriptedText } from './unscripted-text.ts'
import { settingsScript } from './settings-script.ts'
import { soundScript } from './sound-script.ts'
import { type UnderstandingScript, understandingScript } from './understanding-script.ts'

type Parts = Pick<UnderstandingScript, 'find' | 'write'> & Pick<LibraryScript, 'setImport'>

export interface ScriptedEngine extends Parts {
  readonly api: EngineApi
  subscribe(listener: (event: EngineEvent) => void): () => void
  emit(event: EngineEvent): void
  warn(meetingId: MeetingId, warning: Warning): void
  /** Puts a meeting into the store without telling anybody. */
  keep(meeting: Meeting, segments?: readonly Segment[]): Meeting
  /** Stores a segment and tells it. */
  commit(meetingId: MeetingId, segment: Segment, open?: boolean): void
  /** Puts segments in the place of others, and tells it. */
  revise(meetingId: MeetingId, removed: readonly SegmentId[], segments: readonly Segment[]): void
  /** What became of the tracks of a meeting; without it, everything was heard. */
  account(meetingId: MeetingId, tracks: Transcript['tracks']): void
  /** Puts what a meeting hears into place and tells it. */
  hear(hearing: Hearing): void
  /** Ends a live meeting as it would by itself. */
  stop(meetingId: MeetingId, reason: StopReason): void
  /** The devices of the computer; tells that they changed. */
  plug(devices: readonly Device[]): void
  /** What was asked to be recorded, the newest last. */
  readonly starts: readonly Parameters<EngineApi['meeting.start']>[0][]
  /** What is put here answers instead. */
  readonly script: Script
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
    imported: false,
    folder: null,
    tags: [],
    people: [],
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

export { aDevice, twoDevices }

/** Both sides of a call, as they are most of the time. */
export function aHearing(meetingId: MeetingId, change: Partial<Hearing> = {}): Hearing {
  return {
    meetingId,
    paused: false,
    microphoneMuted: false,
    silenceEndsInMs: null,
    tracks: [
      { track: 'me', state: 'hearing', device: 'Headset microphone', everything: false },
      { track: 'them', state: 'hearing', device: 'Loudspeakers', everything: false },
    ],
    ...change,
  }
}

export function anAccount(change: Partial<TrackAccount> = {}): TrackAccount {
  const whole = { lengthMs: 1_935_000, captured: 1, cutShort: false, removedAt: null }
  return { ...whole, gaps: [], pauses: [], sources: [], ...change }
}

export function scriptedEngine(): ScriptedEngine {
  const listeners = new Set<(event: EngineEvent) => void>()
  const meetings = new Map<MeetingId, Meeting>()
  const texts = new Map<MeetingId, readonly Segment[]>()
  const accounts = new Map<MeetingId, Transcript['tracks']>()
  const hearings = new Map<MeetingId, Hearing>()
  const starts: Parameters<EngineApi['meeting.start']>[0][] = []
  let devices = twoDevices
  let terms: string[] = []
  const script: Script = {}
  function emit(event: EngineEvent): void {
    for (const tell of listeners) tell(event)
  }
  function meetingOf(id: MeetingId): Meeting {
    const meeting = meetings.get(id)
    if (!meeting) throw new AppError('not_found', 'There is no such meeting.')
    return meeting
  }
  function change(id: MeetingId, to: Partial<Meeting>, reason: StopReason = 'asked'): Meeting {
    const meeting = { ...meetingOf(id), ...to }
    meetings.set(id, meeting)
    if (meeting.state === 'live') emit({ type: 'meeting.changed', meeting })
    else emit({ type: 'meeting.stopped', meeting, reason })
    return meeting
  }
  function changeHearing(id: MeetingId, to: Partial<Hearing>): Hearing {
    const before = hearings.get(id)
    if (!before) throw new AppError('not_listening', 'No devices are heard for this meeting.')
    const hearing = { ...before, ...to }
    hear(hearing)
    return hearing
  }
  function hear(hearing: Hearing): void {
    hearings.set(hearing.meetingId, hearing)
    emit({ type: 'hearing.changed', hearing })
  }
  const understanding = understandingScript(emit)
  const library = libraryScript(meetings, emit)

  const api: EngineApi = {
    'meeting.start': async (wish) => {
      starts.push(wish)
      const meeting = aMeeting({ title: 'Recording', state: 'live', durationMs: 0 })
      meetings.set(meeting.id, meeting)
      emit({ type: 'meeting.started', meeting })
      hear(aHearing(meeting.id))
      return meeting
    },
    'meeting.stop': async ({ meetingId }) => change(meetingId, { state: 'done' }),
    'meeting.pause': async ({ meetingId }) => changeHearing(meetingId, { paused: true }),
    'meeting.resume': async ({ meetingId }) => changeHearing(meetingId, { paused: false }),
    'meeting.mute': async ({ meetingId, muted }) =>
      changeHearing(meetingId, { microphoneMuted: muted }),
    'meeting.keep': async ({ meetingId }) => changeHearing(meetingId, { silenceEndsInMs: null }),
    'meeting.hearing': async ({ meetingId }) => hearings.get(meetingId) ?? null,
    'meeting.finish': async ({ meetingId }) => change(meetingId, { state: 'done', unreadMs: 0 }),
    'meeting.transcribe': notScripted,
    'meeting.setLanguage': async ({ meetingId, language }) => change(meetingId, { language }),
    'dictation.start': notScripted,
    'dictation.stop': notScripted,
    'meeting.list': async () => [...meetings.values()],
    'meeting.read': async ({ meetingId }) => {
      const segments = [...(texts.get(meetingId) ?? [])]
      const heard = [...new Set(segments.map(({ track }) => track))]
      const whole = heard.map((name) => ({ name, account: anAccount() }))
      const tracks = accounts.get(meetingId) ?? whole
      return { ...described(meetingOf(meetingId)), tracks, segments }
    },
    'search.find': async ({ query, filters, limit }) => ({
      by: 'text',
      without: null,
      notes: [],
      hits: [...texts]
        .filter(([meetingId]) => meetings.has(meetingId))
        .flatMap(([meetingId, segments]) => segments.map((segment) => ({ meetingId, segment })))
        .filter(({ segment }) => filters.track === null || segment.track === filters.track)
        .filter(({ meetingId }) => filters.meetingId === null || meetingId === filters.meetingId)
        .filter(({ segment }) => segment.text.toLowerCase().includes(query.toLowerCase()))
        .slice(0, limit)
        .map(({ meetingId, segment: { words: _, ...segment } }) => ({
          meetingId,
          meetingTitle: meetingOf(meetingId).title,
          startedAt: meetingOf(meetingId).startedAt,
          segment,
          snippet: segment.text.replace(new RegExp(RegExp.escape(query), 'gi'), '\u0002$&\u0003'),
        })),
    }),
    ...soundScript(meetingOf),
    'meeting.rename': async ({ meetingId, title }) => change(meetingId, { title }),
    ...library.api,
    'meeting.export': async ({ meetingId, format }) => ({
      fileName: `${meetingOf(meetingId).title}.${format}`,
      mediaType: 'text/plain',
      encoding: 'text',
      content: (texts.get(meetingId) ?? []).map(({ text }) => text).join('\n'),
    }),
    'meetings.export': notScripted,
    'export.cancel': async () => null,
    'export.verify': notScripted,
    ...unscriptedText,
    ...unscripted,
    'vocabulary.read': async () => ({ terms }),
    'vocabulary.change': async (wish) => {
      const changed = changeTerms(terms, wish)
      terms = changed.terms
      emit({ type: 'vocabulary.changed', terms })
      return changed
    },
    'device.list': async () => [...devices],
    ...understanding.api,
    ...notesScript(emit),
    ...settingsScript(notScripted),
    ...listeningScript(emit),
  }

  return {
    api: replaceable(api, script),
    script,
    find: understanding.find,
    setImport: library.setImport,
    write: understanding.write,
    starts,
    emit,
    warn: (meetingId, warning) => emit({ type: 'meeting.warned', meetingId, ...warning }),
    hear,
    stop: (meetingId, reason) => void change(meetingId, { state: 'done' }, reason),
    plug: (now) => {
      devices = now
      emit({ type: 'devices.changed', devices: [...now] })
    },
    account: (meetingId, tracks) => void accounts.set(meetingId, tracks),
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    keep: (meeting, segments = []) => {
      meetings.set(meeting.id, meeting)
      texts.set(meeting.id, segments)
      return meeting
    },
    revise: (meetingId, removed, segments) => {
      const gone = new Set([...removed, ...segments.map(({ id }) => id)])
      const others = (texts.get(meetingId) ?? []).filter(({ id }) => !gone.has(id))
      texts.set(
        meetingId,
        [...others, ...segments].toSorted((a, b) => a.startMs - b.startMs),
      )
      const track = segments[0]?.track ?? 'them'
      const now = { removed: [...removed], segments: [...segments] }
      emit({ type: 'segments.revised', meetingId, track, ...now })
    },
    commit: (meetingId, segment, open = false) => {
      const others = (texts.get(meetingId) ?? []).filter(({ id }) => id !== segment.id)
      texts.set(meetingId, [...others, segment])
      emit({ type: 'segment.committed', meetingId, segment, open })
    },
  }
}
