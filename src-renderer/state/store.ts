import { createStore, type StoreApi } from 'zustand/vanilla'
import type { DiskRoom } from '#contract/disk-room.ts'
import type { EngineEvent } from '#contract/events.ts'
import type { MeetingId } from '#contract/ids.ts'
import type { Refusal } from '#contract/refusal.ts'
import { type Choice, firstChoice } from './choice.ts'
import { applyToDevices, type Devices, unreadDevices } from './devices.ts'
import { applyToExports, type Exports } from './exports.ts'
import { type Drafts, noDrafts } from './drafts.ts'
import { applyToEdits, type Edits } from './edits.ts'
import { applyToHearings, type Hearings, hearingsLost } from './hearings.ts'
import { applyToImports, type Imports, unreadImports } from './imports.ts'
import { applyToInsights, type InsightsByMeeting, insightsLost } from './insights.ts'
import { applyToKeeping, type Keeping, untoldKeeping } from './keeping.ts'
import { applyToLibrary, type Library, unreadLibrary } from './library.ts'
import { applyToNotes, type NotesByMeeting, notesLost } from './notes.ts'
import { applyToModels, type KnownModels, unreadModels } from './models.ts'
import { applyToNotices, type Notice, noticesLost } from './notices.ts'
import { applyToQuestions, type Asked } from './questions.ts'
import { applyToRecognitions, type Recognitions } from './recognitions.ts'
import { applyToRunning, idle, type Running } from './running.ts'
import { applyToRefinings, type Refinings } from './refinings.ts'
import { applyToRoom } from './disk.ts'
import { applyToPaces, type CatchingUp } from './paces.ts'
import { applyToSettings, type KnownSettings, unreadSettings } from './settings.ts'
import { applyToSoundCheck, type CheckedSound } from './sound-check.ts'
import { applyToStops, type Stops } from './stops.ts'
import { applyToSummaries, type Summaries, summariesLost } from './summaries.ts'
import { applyToTranscripts, linkLost, type Transcripts } from './transcripts.ts'
import { applyToTrash, type Trash, unreadTrash } from './trash.ts'
import { applyToTerms, type KnownTerms, unreadTerms } from './vocabulary.ts'

export type LinkPhase = 'connecting' | 'connected' | 'lost' | 'refused'

/** Something that was asked of the engine about a meeting and is not done yet. */
export type Task = 'stop' | 'pause' | 'mute' | 'keep' | 'language' | 'finish' | 'rename' | 'delete'

export interface AppState {
  readonly link: LinkPhase
  readonly library: Library
  readonly trash: Trash
  readonly imports: Imports
  readonly transcripts: Transcripts
  readonly hearings: Hearings
  readonly devices: Devices
  readonly checkedSound: CheckedSound
  /** What is recorded when somebody presses Record. */
  readonly choice: Choice
  readonly vocabulary: KnownTerms
  readonly settings: KnownSettings
  readonly models: KnownModels
  /** Terms that the next meeting is to expect besides, as they were typed. */
  readonly expected: string
  readonly catchingUp: CatchingUp
  readonly recognitions: Recognitions
  readonly notes: NotesByMeeting
  readonly drafts: Drafts
  readonly notices: readonly Notice[]
  /** Why meetings stopped, as far as this page saw it. */
  readonly stops: Stops
  readonly refinings: Refinings
  /** What was held back of the meetings that were looked at; missing where nobody has asked yet. */
  readonly refusals: Readonly<Partial<Record<MeetingId, readonly Refusal[]>>>
  /** What can be undone in the meetings that were looked at. */
  readonly edits: Edits
  readonly insights: InsightsByMeeting
  readonly summaries: Summaries
  /** What was asked since the page was opened, the newest last. */
  readonly asked: readonly Asked[]
  readonly exports: Exports
  readonly keeping: Keeping
  /** What is measured of the program while it works. */
  readonly running: Running
  /** What still fits on the disk while something is recorded. */
  readonly room: DiskRoom | null
  readonly starting: boolean
  readonly tasks: Readonly<Partial<Record<MeetingId, Task>>>
}

export type AppStore = StoreApi<AppState>

export const firstState: AppState = {
  link: 'connecting',
  library: unreadLibrary,
  trash: unreadTrash,
  imports: unreadImports,
  transcripts: {},
  hearings: {},
  devices: unreadDevices,
  checkedSound: [],
  choice: firstChoice,
  vocabulary: unreadTerms,
  settings: unreadSettings,
  models: unreadModels,
  expected: '',
  catchingUp: new Set(),
  room: null,
  recognitions: {},
  notes: {},
  drafts: noDrafts,
  notices: [],
  stops: {},
  refinings: {},
  refusals: {},
  edits: {},
  insights: {},
  summaries: {},
  asked: [],
  exports: {},
  keeping: untoldKeeping,
  running: idle,
  starting: false,
  tasks: {},
}

/** What the page knows; the rules by which it changes are pure functions beside this file. */
export function createAppStore(choice: Choice = firstChoice, drafts: Drafts = noDrafts): AppStore {
  return createStore<AppState>(() => ({ ...firstState, choice, drafts }))
}

/** Takes in one event, which reached the page at `nowMs`. */
export function receive(state: AppState, event: EngineEvent, nowMs: number): AppState {
  return {
    ...state,
    library: applyToLibrary(state.library, event),
    trash: applyToTrash(state.trash, event),
    imports: applyToImports(state.imports, event),
    transcripts: applyToTranscripts(state.transcripts, event, nowMs),
    hearings: applyToHearings(state.hearings, event, nowMs),
    devices: applyToDevices(state.devices, event),
    checkedSound: applyToSoundCheck(state.checkedSound, event),
    vocabulary: applyToTerms(state.vocabulary, event),
    settings: applyToSettings(state.settings, event),
    models: applyToModels(state.models, event, nowMs),
    catchingUp: applyToPaces(state.catchingUp, event),
    recognitions: applyToRecognitions(state.recognitions, event),
    notes: applyToNotes(state.notes, event),
    room: applyToRoom(state.room, event),
    notices: applyToNotices(state.notices, event),
    stops: applyToStops(state.stops, event),
    refinings: applyToRefinings(state.refinings, event),
    edits: applyToEdits(state.edits, event),
    insights: applyToInsights(state.insights, event),
    summaries: applyToSummaries(state.summaries, event),
    asked: applyToQuestions(state.asked, event),
    exports: applyToExports(state.exports, event),
    keeping: applyToKeeping(state.keeping, event),
    running: applyToRunning(state.running, event),
  }
}

/** While the link is down, events are missed: what was read must be read again. */
export function withLink(state: AppState, link: LinkPhase): AppState {
  if (link === 'connecting' || link === 'connected') return { ...state, link }
  return {
    ...state,
    link,
    library: { ...state.library, phase: 'unread' },
    trash: { ...state.trash, phase: 'unread' },
    imports: { ...state.imports, phase: 'unread' },
    transcripts: linkLost(state.transcripts),
    hearings: hearingsLost(state.hearings),
    recognitions: {},
    notes: notesLost(state.notes),
    notices: noticesLost(state.notices),
    devices: { ...state.devices, phase: 'unread' },
    checkedSound: [],
    keeping: untoldKeeping,
    refinings: {},
    refusals: {},
    edits: {},
    insights: insightsLost(state.insights),
    summaries: summariesLost(state.summaries),
    vocabulary: { ...state.vocabulary, phase: 'unread' },
    settings: { ...state.settings, phase: 'unread' },
    models: { ...state.models, phase: 'unread', pulls: {} },
    catchingUp: new Set(),
    room: null,
  }
}
