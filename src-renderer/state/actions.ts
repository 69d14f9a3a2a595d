/** What a person can do: ask the engine, keep the answer, and say plainly when it did not work. */
import { anywhere, type SearchFilters, type SearchResult } from '#contract/ask.ts'
import type { MeetingId } from '#contract/ids.ts'
import type { Meeting } from '#contract/meeting.ts'
import { termsInList } from '#contract/vocabulary.ts'
import type { EngineClient } from '#wire/connect.ts'
import { sourceOf } from './choice.ts'
import { type ExportActions, exportActions } from './export-actions.ts'
import { type EditActions, editActions } from './edit-actions.ts'
import { type HearingActions, hearingActions } from './hearing-actions.ts'
import { pathOf, sendFile } from '../client/send-file.ts'
import { applyToLibrary, wholeLibrary } from './library.ts'
import { type LibraryActions, libraryActions } from './library-actions.ts'
import { dropNotice, type Notice } from './notices.ts'
import { type NoteActions, noteActions } from './note-actions.ts'
import { lasting, perform, problemNotice, tell, type Update } from './perform.ts'
import type { AppStore } from './store.ts'
import { type PerformanceActions, performanceActions } from './performance-actions.ts'
import { type SettingsActions, settingsActions } from './settings-actions.ts'
import { type TextActions, textActions } from './text-actions.ts'
import { keepOpen, readingBegan, readingEnded, readingFailed } from './transcripts.ts'
import { type UnderstandingActions, understandingActions } from './understanding-actions.ts'
import { type VocabularyActions, vocabularyActions } from './vocabulary-actions.ts'

export interface Actions
  extends
    EditActions,
    ExportActions,
    HearingActions,
    LibraryActions,
    NoteActions,
    PerformanceActions,
    SettingsActions,
    TextActions,
    UnderstandingActions,
    VocabularyActions {
  readLibrary(): Promise<void>
  readText(meetingId: MeetingId): Promise<void>
  search(query: string, filters?: SearchFilters): Promise<SearchResult>
  /** Records what was chosen. Null when the engine said no; a notice then says why. */
  record(): Promise<Meeting | null>
  stop(meetingId: MeetingId): Promise<void>
  finish(meetingId: MeetingId): Promise<void>
  /** What is spoken from now on in a live meeting. */
  setLanguage(meetingId: MeetingId, language: string): Promise<void>
  rename(meetingId: MeetingId, title: string): Promise<boolean>
  remove(meetingId: MeetingId): Promise<boolean>
  tell(notice: Notice): void
  dismiss(key: string): void
  /** What did not work on one screen is no news on the next. */
  leaveProblems(): void
}

/** The most places a search shows. */
export const mostHits = 100

export function createActions(store: AppStore, client: EngineClient): Actions {
  const update: Update = (change) => store.setState(change)
  return {
    search: (query, filters = anywhere) =>
      client.call('search.find', { query, filters, limit: mostHits }),
    ...readers(update, client),
    ...recording(store, update, client),
    ...hearingActions(update, client, () => performance.now()),
    ...performanceActions(update, client),
    ...libraryActions(update, client, { pathOf, send: sendFile }),
    ...vocabularyActions(update, client),
    ...exportActions(update, client),
    ...settingsActions(update, client),
    ...changes(update, client),
    ...textActions(update, client),
    ...noteActions(store, client),
    ...editActions(update, client),
    ...understandingActions(update, client),
    ...telling(update),
  }
}

function telling(update: Update): Pick<Actions, 'tell' | 'dismiss' | 'leaveProblems'> {
  return {
    tell: (notice) => tell(update, notice),
    dismiss: (key) => update(({ notices }) => ({ notices: dropNotice(notices, key) })),
    leaveProblems: () =>
      update(({ notices }) => ({ notices: notices.filter(({ tone }) => tone !== 'problem') })),
  }
}

function keep(update: Update, meeting: Meeting): Meeting {
  update(({ library }) => ({
    library: applyToLibrary(library, { type: 'meeting.changed', meeting }),
  }))
  return meeting
}

function recording(
  store: AppStore,
  update: Update,
  client: EngineClient,
): Pick<Actions, 'record' | 'stop' | 'finish' | 'setLanguage'> {
  return {
    async record() {
      update(() => ({ starting: true }))
      try {
        const { choice, expected } = store.getState()
        const { stopAfterSilenceMs, language } = choice
        const vocabulary = termsInList(expected)
        const usual = { title: null, model: null, finalPass: null } as const
        const sound = { source: sourceOf(choice), stopAfterSilenceMs, ...usual }
        const meeting = await client.call('meeting.start', { ...sound, language, vocabulary })
        update(() => ({ expected: '' }))
        return keep(update, meeting)
      } catch (error) {
        tell(update, problemNotice(error, null))
        return null
      } finally {
        update(() => ({ starting: false }))
      }
    },
    async stop(meetingId) {
      await perform(update, meetingId, 'stop', async () =>
        keep(update, await client.call('meeting.stop', { meetingId })),
      )
    },
    async setLanguage(meetingId, language) {
      await perform(update, meetingId, 'language', async () =>
        keep(update, await client.call('meeting.setLanguage', { meetingId, language })),
      )
    },
    async finish(meetingId) {
      await perform(update, meetingId, 'finish', async () =>
        keep(update, await client.call('meeting.finish', { meetingId, model: null })),
      )
    },
  }
}

function changes(update: Update, client: EngineClient): Pick<Actions, 'rename' | 'remove'> {
  return {
    async rename(meetingId, title) {
      const renamed = await perform(update, meetingId, 'rename', async () =>
        keep(update, await client.call('meeting.rename', { meetingId, title })),
      )
      return renamed !== null
    },
    async remove(meetingId) {
      const removed = await perform(update, meetingId, 'delete', async () => {
        await client.call('meeting.delete', { meetingId })
        update(({ library }) => ({
          library: applyToLibrary(library, { type: 'meeting.deleted', meetingId }),
        }))
        return true
      })
      return removed ?? false
    },
  }
}

function readers(update: Update, client: EngineClient): Pick<Actions, 'readLibrary' | 'readText'> {
  return {
    async readLibrary() {
      update(({ library }) => ({ library: { ...library, phase: 'reading' } }))
      try {
        const meetings = await client.call('meeting.list', {})
        update(() => ({ library: wholeLibrary(meetings) }))
      } catch (error) {
        const problem = lasting(error)
        const phase = problem === null ? 'unread' : 'failed'
        update(({ library }) => ({ library: { ...library, phase, problem } }))
      }
    },
    async readText(meetingId) {
      update(({ transcripts }) => ({
        transcripts: readingBegan(keepOpen(transcripts, meetingId), meetingId),
      }))
      try {
        const transcript = await client.call('meeting.read', { meetingId })
        update(({ transcripts }) => ({ transcripts: readingEnded(transcripts, transcript) }))
      } catch (error) {
        const problem = lasting(error)
        update(({ transcripts }) => ({
          transcripts: readingFailed(transcripts, meetingId, problem),
        }))
      }
    },
  }
}
