/** The product, seen from outside: commands in, events out. */
import type { EngineApi } from '#contract/commands.ts'
import { AppError } from '#contract/errors.ts'
import type { EngineEvent } from '#contract/events.ts'
import type { MeetingId } from '#contract/ids.ts'
import type { Import } from '#contract/import.ts'
import type { Meeting } from '#contract/meeting.ts'
import type { NetworkAttempt } from '#contract/network.ts'
import { type Warning, wholeWarning } from '#contract/warning.ts'
import { backupCommands } from './backup-commands.ts'
import { dictation } from './dictation.ts'
import { editCommands } from './edit-commands.ts'
import { exportCommands } from './export-commands.ts'
import { hearingCommands } from './hearing-commands.ts'
import { keepBackups } from './keep-backups.ts'
import { keyCommands } from './key-commands.ts'
import { measureWriting } from './language/measure-writing.ts'
import { type ImportQueue, importQueue } from './import-queue.ts'
import { libraryCommands, purgeExpired } from './library-commands.ts'
import { historyCommands } from './history-commands.ts'
import { modelCommands } from './model-commands.ts'
import { meetingRefinings } from './meeting-refinings.ts'
import { meetingRetention } from './meeting-retention.ts'
import { type MeetingRuns, meetingRuns } from './meeting-runs.ts'
import { networkCommands } from './network-commands.ts'
import { noteCommands } from './note-commands.ts'
import { clearUnfinishedMerges } from './merge-meetings.ts'
import { openSegments } from './open-segments.ts'
import type { Parts } from './parts.ts'
import { measuring } from './performance-commands.ts'
import { readTranscript } from './read-transcript.ts'
import { remakeMeetings } from './remake-meetings.ts'
import type { RecognitionNotice } from './recognition/recognizer.ts'
import { announcer } from './runtime/announcer.ts'
import { turns } from './runtime/turns.ts'
import { sealing } from './seal-recordings.ts'
import { settingsCommands } from './settings-commands.ts'
import { soundCheck } from './sound-check.ts'
import { speakerCommands } from './speaker-commands.ts'
import { storageCommands } from './storage-commands.ts'
import { templateCommands } from './template-commands.ts'
import { textCommands } from './text-commands.ts'
import { understanding } from './understanding.ts'
import { vocabularyCommands } from './vocabulary-commands.ts'
import { watchRoom } from './watch-room.ts'

export interface Engine extends AsyncDisposable {
  readonly api: EngineApi
  subscribe(listener: (event: EngineEvent) => void): () => void
  /** Takes in a file that is sent here, byte for byte; it becomes a meeting in its turn. */
  receive(fileName: string, bytes: AsyncIterable<Uint8Array>): Promise<Import>
  /** Keeps what another process of the program attempted on the network. */
  readonly attempted: (attempt: NetworkAttempt) => void
}

/** How often what was deleted long ago is looked for, in milliseconds. */
const purgeEveryMs = 24 * 60 * 60_000

/** So long after the start, in milliseconds, readings that were broken off go on. */
const resumeMs = 3_000

/** Makes an engine of its parts and puts right what a kill may have left. Disposing it finishes what runs. */
export async function createEngine(given: Parts): Promise<Engine> {
  const events = announcer<EngineEvent>((error) => given.log.bug('listener.failed', error))
  const measured = measuring(given, events.tell)
  const languageModel = measureWriting(given.languageModel, given.clock.now, measured.wrote)
  const parts: Parts = { ...given, languageModel }
  const open = openSegments()
  const tell = (event: EngineEvent): void => {
    open.note(event)
    measured.note(event)
    events.tell(event)
    understood.note(event)
    check.note(event)
    imports.note(event)
    retention.heard(event)
    if (event.type === 'settings.changed') parts.network.apply()
    room.note(event)
    backups.heard(event)
    if (event.type === 'speakers.changed') tellPeople(event.meetingId)
  }
  // Who speaks in a meeting by name is told where meetings are listed.
  const tellPeople = (id: MeetingId): void => {
    const meeting = parts.keeping.store.meetings.read(id)
    if (meeting) events.tell({ type: 'meetings.organised', meetings: [meeting] })
  }
  const check = soundCheck(parts, events.tell)
  const understood = understanding({ parts, tell, tellOthers: events.tell })
  const shared = { parts, tell, turns: turns(parts.fileLanes), isOpen: open.has }
  const editing = {
    store: parts.keeping.store,
    now: () => parts.clock.now(),
    newId: parts.newId,
    isOpen: open.has,
    tell,
  }
  const refinings = meetingRefinings(shared)
  const runs = meetingRuns({ ...shared, afterwards: refinings.begin })
  const room = watchRoom({ parts, tell: events.tell, warn: runs.warn })
  const dictating = dictation(shared)
  const imports = importQueue({ parts, tell, runs })
  const purge = (): void =>
    void purgeExpired({ parts, tell }).catch((error: unknown) =>
      parts.log.bug('trash.unpurged', error),
    )
  const isBusy = (id: MeetingId): boolean =>
    runs.running(id) !== null || refinings.running(id) !== null
  const sealed = sealing(parts, runs.isIdle)
  const retention = meetingRetention({
    parts,
    tell,
    isBusy,
    deleteMeeting: (meetingId) => api['meeting.delete']({ meetingId }),
  })
  const backups = keepBackups({ parts, tell: events.tell })
  let stopResuming = (): void => {}
  let stopPurging = (): void => {}
  if (!parts.keeping.store.readOnly) {
    await remakeMeetings(parts)
    await runs.recover()
    await clearUnfinishedMerges(parts)
    await imports.recover()
    stopPurging = parts.clock.every(purgeEveryMs, purge)
    // A program that only answers a question has ended by then.
    stopResuming = parts.clock.later(resumeMs, () => {
      refinings.resume()
      imports.resume()
      purge()
      understood.resume()
      retention.begin()
      sealed.begin()
      backups.begin()
    })
  }

  const api: EngineApi = {
    'meeting.start': (input) => runs.start(input),
    'meeting.stop': ({ meetingId }) => runs.stop(meetingId),
    'meeting.finish': ({ meetingId, model }) => runs.finish(meetingId, model),
    'meeting.transcribe': (input) => runs.transcribe(input),
    'meeting.refine': ({ meetingId, model }) => refinings.refine(meetingId, model),
    'meeting.refining': async ({ meetingId }) => refinings.running(meetingId),
    async 'meeting.cancelRefining'({ meetingId }) {
      await refinings.cancel(meetingId)
      return null
    },
    ...hearingCommands(parts, runs),
    ...check.api,
    ...dictating.api,
    ...textCommands(shared),
    ...noteCommands({ ...shared, running: runs.running }),
    ...editCommands(editing),
    ...speakerCommands(editing),
    ...historyCommands(editing),
    ...keptMeetings(parts, runs, tell),
    ...exportCommands({ parts, tell, understood: understood.of }),
    ...libraryCommands({ parts, tell, running: runs.running, cancelRefining: refinings.cancel }),
    ...importCommands(imports),
    ...modelCommands(parts, tell),
    ...networkCommands(parts),
    ...templateCommands(parts),
    ...storageCommands(parts, retention),
    ...backupCommands(parts, backups, events.tell),
    'meeting.setLanguage': ({ meetingId, language }) => runs.setLanguage(meetingId, language),
    ...understood.api,
    ...vocabularyCommands(parts.keeping.store, tell),
    ...settingsCommands(parts.keeping.store, tell),
    ...keyCommands(parts, backups.renew),
    ...measured.api,
    'device.list': () => parts.devices.list(),
    'system.describe': () => parts.describeSystem(),
    'backend.probe': ({ again }) => parts.probeBackends(again),
  }
  const stopWatching = parts.devices.watch((devices) =>
    tell({ type: 'devices.changed', devices: [...devices] }),
  )
  const stopSuspecting = parts.damage.watch(() =>
    tell({ type: 'damage.changed', ...parts.damage.state() }),
  )
  // Told to faces alone: what the engine does on hearing of an event may be an attempt itself.
  const stopGuarding = parts.network.watch((attempt) =>
    events.tell({ type: 'network.attempted', attempt }),
  )
  const stopHearing = parts.recognizer.watch((notice) => {
    const warning = warningOf(notice)
    if (warning) runs.warn(warning)
  })
  return {
    api,
    subscribe: events.subscribe,
    receive: imports.receive,
    attempted: parts.network.note,
    async [Symbol.asyncDispose]() {
      stopWatching()
      stopSuspecting()
      await check[Symbol.asyncDispose]()
      stopHearing()
      stopGuarding()
      stopResuming()
      room[Symbol.dispose]()
      await dictating[Symbol.asyncDispose]()
      stopPurging()
      await imports[Symbol.asyncDispose]()
      await retention[Symbol.asyncDispose]()
      await sealed[Symbol.asyncDispose]()
      await refinings[Symbol.asyncDispose]()
      await runs[Symbol.asyncDispose]()
      // A meeting that ended just now has begun to be read again.
      await refinings[Symbol.asyncDispose]()
      await understood[Symbol.asyncDispose]()
      await backups[Symbol.asyncDispose]()
      measured[Symbol.dispose]()
      await parts.recognizer[Symbol.asyncDispose]()
      parts.network[Symbol.dispose]()
      parts.keeping.store[Symbol.dispose]()
    },
  }
}

/** Null for what is told in another way. */
function warningOf(notice: RecognitionNotice): Warning | null {
  switch (notice.kind) {
    case 'backend.left': {
      const { from, to } = notice
      const message = `Speech recognition does not run on ${from}. It goes on on ${to} until RTSTT is started again, perhaps more slowly.`
      return { ...wholeWarning('backend_left', message), name: from }
    }
    case 'model.changed': {
      const message =
        'The file of the speech model was replaced by another one. Text goes on with the new one.'
      return wholeWarning('model_changed', message)
    }
    case 'health.changed':
      return null
  }
}

type Kept = 'meeting.list' | 'meeting.read' | 'meeting.rename'

function keptMeetings(
  { keeping, clock }: Parts,
  { recover }: Pick<MeetingRuns, 'recover'>,
  tell: (event: EngineEvent) => void,
): Pick<EngineApi, Kept> {
  const { store } = keeping
  const missing = (): AppError => new AppError('not_found', 'There is no such meeting.')

  function read(id: MeetingId): Meeting {
    const meeting = store.meetings.read(id)
    if (!meeting) throw missing()
    return meeting
  }

  return {
    async 'meeting.list'() {
      // Another program may have died since: its meeting must not be shown as live.
      if (!store.readOnly) await recover()
      return store.meetings.list()
    },
    async 'meeting.read'({ meetingId }) {
      const found = await readTranscript(keeping, meetingId)
      if (!found) throw missing()
      return found
    },
    async 'meeting.rename'({ meetingId, title }) {
      store.meetings.rename(meetingId, title, clock.now())
      const meeting = read(meetingId)
      tell({ type: 'meeting.changed', meeting })
      return meeting
    },
  }
}

function importCommands(
  imports: ImportQueue,
): Pick<EngineApi, 'import.add' | 'import.list' | 'import.cancel' | 'import.clear'> {
  return {
    'import.add': ({ paths }) => imports.add(paths),
    'import.list': () => imports.list(),
    'import.cancel': ({ importId }) => imports.cancel(importId),
    async 'import.clear'() {
      await imports.clear()
      return null
    },
  }
}
