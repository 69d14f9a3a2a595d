/** The product, seen from outside: commands in, events out. */
import type { EngineApi } from '#contract/commands.ts'
import { AppError } from '#contract/errors.ts'
import type { EngineEvent } from '#contract/events.ts'
import type { MeetingId } from '#contract/ids.ts'
import type { Meeting } from '#contract/meeting.ts'
import { type Warning, wholeWarning } from '#contract/warning.ts'
import { exportCommands } from './export-commands.ts'
import { hearingCommands } from './hearing-commands.ts'
import { meetingRefinings } from './meeting-refinings.ts'
import { type MeetingRuns, meetingRuns } from './meeting-runs.ts'
import { openSegments } from './open-segments.ts'
import type { Parts } from './parts.ts'
import { readTranscript } from './read-transcript.ts'
import type { RecognitionNotice } from './recognition/recognizer.ts'
import { announcer } from './runtime/announcer.ts'
import { turns } from './runtime/turns.ts'
import { settingsCommands } from './settings-commands.ts'
import { textCommands } from './text-commands.ts'
import { understanding } from './understanding.ts'
import { vocabularyCommands } from './vocabulary-commands.ts'

export interface Engine extends AsyncDisposable {
  readonly api: EngineApi
  subscribe(listener: (event: EngineEvent) => void): () => void
}

/** So long after the start, in milliseconds, readings that were broken off go on. */
const resumeMs = 3_000

/** Makes an engine of its parts and puts right what a kill may have left. Disposing it finishes what runs. */
export async function createEngine(parts: Parts): Promise<Engine> {
  const events = announcer<EngineEvent>((error) => parts.log.bug('listener.failed', error))
  const open = openSegments()
  const tell = (event: EngineEvent): void => {
    open.note(event)
    events.tell(event)
    understood.note(event)
  }
  const understood = understanding({ parts, tell, tellOthers: events.tell })
  const shared = { parts, tell, turns: turns(parts.fileLanes), isOpen: open.has }
  const refinings = meetingRefinings(shared)
  const runs = meetingRuns({ ...shared, afterwards: refinings.begin })
  let stopResuming = (): void => {}
  if (!parts.keeping.store.readOnly) {
    await runs.recover()
    // A program that only answers a question has ended by then.
    stopResuming = parts.clock.later(resumeMs, () => {
      refinings.resume()
      understood.resume()
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
    ...textCommands(shared),
    ...keptMeetings(
      parts,
      {
        ...runs,
        cancelRefining: refinings.cancel,
      },
      tell,
    ),
    ...exportCommands({ parts, tell, understood: understood.of }),
    ...models(parts, tell),
    'meeting.setLanguage': ({ meetingId, language }) => runs.setLanguage(meetingId, language),
    ...understood.api,
    ...vocabularyCommands(parts.keeping.store, tell),
    ...settingsCommands(parts.keeping.store, tell),
    'device.list': () => parts.devices.list(),
    'system.describe': () => parts.describeSystem(),
    'backend.probe': ({ again }) => parts.probeBackends(again),
  }
  const stopWatching = parts.devices.watch((devices) =>
    tell({ type: 'devices.changed', devices: [...devices] }),
  )
  const stopHearing = parts.recognizer.watch((notice) => runs.warn(warningOf(notice)))
  return {
    api,
    subscribe: events.subscribe,
    async [Symbol.asyncDispose]() {
      stopWatching()
      stopHearing()
      stopResuming()
      await refinings[Symbol.asyncDispose]()
      await runs[Symbol.asyncDispose]()
      // A meeting that ended just now has begun to be read again.
      await refinings[Symbol.asyncDispose]()
      await understood[Symbol.asyncDispose]()
      await parts.recognizer[Symbol.asyncDispose]()
      parts.keeping.store[Symbol.dispose]()
    },
  }
}

function warningOf(notice: RecognitionNotice): Warning {
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
  }
}

type Kept = 'meeting.list' | 'meeting.read' | 'meeting.rename' | 'meeting.delete'

interface KeptWork extends Pick<MeetingRuns, 'running' | 'recover'> {
  readonly cancelRefining: (id: MeetingId) => Promise<void>
}

function keptMeetings(
  { keeping, clock }: Parts,
  { running, recover, cancelRefining }: KeptWork,
  tell: (event: EngineEvent) => void,
): Pick<EngineApi, Kept> {
  const { store, recordings } = keeping
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
    async 'meeting.delete'({ meetingId }) {
      if (running(meetingId) || read(meetingId).state === 'live')
        throw new AppError('meeting_busy', 'This meeting is still being recorded. Stop it first.')
      await cancelRefining(meetingId)
      // The sound goes first: a meeting whose sound could not be deleted must stay in sight.
      await recordings.remove(meetingId).catch((error: unknown) => {
        const message = 'A file of this meeting is open in another program. Close it and try again.'
        throw new AppError('meeting_busy', message, { cause: error })
      })
      store.meetings.delete(meetingId)
      tell({ type: 'meeting.deleted', meetingId })
      return null
    },
  }
}

type ModelCommand = 'model.list' | 'model.pull' | 'model.add' | 'model.verify' | 'model.remove'

function models(
  { modelFiles }: Parts,
  tell: (event: EngineEvent) => void,
): Pick<EngineApi, ModelCommand> {
  return {
    'model.list': async () => [...(await modelFiles.list())],
    'model.pull': ({ modelId }) =>
      modelFiles.pull(modelId, {
        onProgress: (progress) => tell({ type: 'model.progressed', modelId, ...progress }),
      }),
    'model.add': ({ path }) => modelFiles.add(path),
    'model.verify': async () => [...(await modelFiles.verify())],
    async 'model.remove'({ modelId }) {
      await modelFiles.remove(modelId)
      return null
    },
  }
}
