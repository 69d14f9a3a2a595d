import { z } from 'zod'
import { Answer, SearchFilters, SearchResult } from './ask.ts'
import { backupCommands } from './backup.ts'
import { editCommands } from './edit-commands.ts'
import { exportCommands } from './export-commands.ts'
import { Hearing } from './hearing.ts'
import { AskId, InsightId, MeetingId, RefusalId, SummaryId } from './ids.ts'
import { CarriedOver, Insight, InsightChange, Insights } from './insight.ts'
import { libraryCommands } from './library-commands.ts'
import { Language, Meeting, Source, Title, Transcript } from './meeting.ts'
import { noteCommands } from './note.ts'
import { LiveRecognition } from './live-recognition.ts'
import { FinalPass, Refining } from './refining.ts'
import { keyCommands } from './protection.ts'
import { Refusal } from './refusal.ts'
import { machineCommands } from './machine-commands.ts'
import { settingsCommands } from './settings-commands.ts'
import { Summary, SummarySection } from './summary.ts'
import { soundCommands } from './sound-commands.ts'
import { Backend, SystemReport } from './system.ts'
import { Segment } from './transcript.ts'
import { MeetingVocabulary } from './vocabulary.ts'

const ofMeeting = z.strictObject({ meetingId: MeetingId })

/**
 * Everything a client may ask of the engine. One entry is one feature on every face.
 * Values survive JSON, so a command with nothing to say answers `null`.
 */
export const commands = {
  /** Starts listening; answers as soon as sound is being recorded. */
  'meeting.start': {
    input: z.strictObject({
      source: Source,
      title: Title.nullable(),
      /** Null, here and below: as the settings say. */
      model: z.string().min(1).nullable(),
      language: Language.nullable(),
      /** Stops by itself after so much silence on all tracks, announced a while before; 0: never. */
      stopAfterSilenceMs: z.union([z.literal(0), z.int().min(10_000)]).nullable(),
      finalPass: FinalPass.nullable(),
      /** Names and terms of this meeting, expected before those of the user. */
      vocabulary: MeetingVocabulary,
    }),
    output: Meeting,
  },
  /** Stops listening; answers when everything heard has become text. */
  'meeting.stop': { input: ofMeeting, output: Meeting },
  /** Records nothing until it is resumed; the time in between is not in the recording. */
  'meeting.pause': { input: ofMeeting, output: Hearing },
  'meeting.resume': { input: ofMeeting, output: Hearing },
  /** Keeps the microphone out of the recording, or lets it in again; the other side is heard all the time. */
  'meeting.mute': {
    input: z.strictObject({ meetingId: MeetingId, muted: z.boolean() }),
    output: Hearing,
  },
  /** What is spoken from now on; text that is there stays. `auto` lets the model listen once more. */
  'meeting.setLanguage': {
    input: z.strictObject({ meetingId: MeetingId, language: Language }),
    output: Meeting,
  },
  /** Goes on though nobody speaks: the silence that would stop it begins anew. */
  'meeting.keep': { input: ofMeeting, output: Hearing },
  /** What a live meeting hears at this moment; null when this program does not listen to devices for it. */
  'meeting.hearing': { input: ofMeeting, output: Hearing.nullable() },
  /** What turns a live meeting into text at this moment; null when this program does not work on it. */
  'meeting.recognition': { input: ofMeeting, output: LiveRecognition.nullable() },
  /** Reads the rest of an interrupted meeting from its recording; by another model where one is named. */
  'meeting.finish': {
    input: z.strictObject({ meetingId: MeetingId, model: z.string().min(1).nullable() }),
    output: Meeting,
  },
  /**
   * Reads a meeting again by a stronger pass: with this model, or the best that is here; answers when that is over. One
   * that was broken off goes on where it was.
   */
  'meeting.refine': {
    input: z.strictObject({ meetingId: MeetingId, model: z.string().min(1).nullable() }),
    output: Refining,
  },
  /** Ends such a reading for good; what it has improved stays. */
  'meeting.cancelRefining': { input: ofMeeting, output: z.null() },
  /** How such a reading stands; null when this program does none of this meeting. */
  'meeting.refining': { input: ofMeeting, output: Refining.nullable() },
  /** Turns a file into a meeting as fast as the machine can; answers when it is done. */
  'meeting.transcribe': {
    input: z.strictObject({
      path: z.string().min(1),
      title: Title.nullable(),
      /** Null: as the settings say, for the language too. */
      model: z.string().min(1).nullable(),
      language: Language.nullable(),
      channels: z.enum(['mix', 'split']),
      vocabulary: MeetingVocabulary,
      /** False: nothing is kept once the answer is given. */
      keep: z.boolean(),
    }),
    output: Transcript,
  },
  /** Hears the microphone for text that somebody wants elsewhere; answers as soon as sound is heard. No event tells of it. */
  'dictation.start': {
    input: z.strictObject({ model: z.string().min(1).nullable(), language: Language }),
    output: z.null(),
  },
  /** Ends it; answers with what was said. Nothing of it is kept. */
  'dictation.stop': { input: z.strictObject({}), output: z.strictObject({ text: z.string() }) },
  'meeting.list': { input: z.strictObject({}), output: z.array(Meeting) },
  'meeting.read': { input: ofMeeting, output: Transcript },
  ...soundCommands,
  'meeting.rename': {
    input: z.strictObject({ meetingId: MeetingId, title: Title }),
    output: Meeting,
  },
  ...libraryCommands,
  ...exportCommands,
  ...editCommands,
  ...noteCommands,
  ...settingsCommands,
  ...keyCommands,
  /** What was understood of a meeting and held back, in the order it was spoken. */
  'refusal.list': { input: ofMeeting, output: z.array(Refusal) },
  /** Shows it after all, as a person's act. */
  'refusal.restore': { input: z.strictObject({ refusalId: RefusalId }), output: Segment },
  /** What matters in a meeting, as far as it is understood. */
  'insights.read': { input: ofMeeting, output: Insights },
  /** Understands a meeting anew, by this language model or the chosen one. What a person wrote stays. */
  'insights.refresh': {
    input: z.strictObject({ meetingId: MeetingId, model: z.string().min(1).nullable() }),
    output: Insights,
  },
  /** What earlier meetings left open: of the series of this meeting, or of all for null. */
  'insights.carried': {
    input: z.strictObject({ meetingId: MeetingId.nullable() }),
    output: CarriedOver,
  },
  /** A person's words in the place of what was found. They are never changed again, except by a person. */
  'insight.edit': {
    input: z.strictObject({ meetingId: MeetingId, insightId: InsightId, change: InsightChange }),
    output: Insight,
  },
  /** It does not matter, or is wrong: it goes, and is not found again. */
  'insight.dismiss': {
    input: z.strictObject({ meetingId: MeetingId, insightId: InsightId }),
    output: z.null(),
  },
  /** The summary that counts, or null while there is none. */
  'summary.read': { input: ofMeeting, output: Summary.nullable() },
  /** Everything that was ever written, the newest first. */
  'summary.list': { input: ofMeeting, output: z.array(Summary) },
  /**
   * Writes a new one. Null takes the template of the meeting's series, the chosen language model and the chosen
   * language; the model `none` is rules and statistics.
   */
  'summary.write': {
    input: z.strictObject({
      meetingId: MeetingId,
      template: z.string().min(1).nullable(),
      model: z.string().min(1).nullable(),
      language: z.string().min(2).max(10).nullable(),
    }),
    output: Summary,
  },
  /** Ends such a writing; what was there before counts. */
  'summary.cancel': { input: ofMeeting, output: z.null() },
  /** A person's own words; from then on no other writes over them unless asked to. */
  'summary.edit': {
    input: z.strictObject({ meetingId: MeetingId, sections: z.array(SummarySection).max(50) }),
    output: Summary,
  },
  /** Lets an earlier one count again. */
  'summary.choose': {
    input: z.strictObject({ meetingId: MeetingId, summaryId: SummaryId }),
    output: Summary,
  },
  /** Finds what was said: by its words, and by its meaning where an embedding model is here. */
  'search.find': {
    input: z.strictObject({
      query: z.string().trim().min(1).max(500),
      filters: SearchFilters,
      limit: z.int().min(1).max(500),
    }),
    output: SearchResult,
  },
  /** Answers from what was said, and from nothing else; what is written of it so far arrives as events. */
  'ask.question': {
    input: z.strictObject({
      askId: AskId,
      question: z.string().trim().min(1).max(1000),
      filters: SearchFilters,
      /** Null: the chosen language model; `none`: without any. */
      model: z.string().min(1).nullable(),
    }),
    output: Answer,
  },
  'ask.cancel': { input: z.strictObject({ askId: AskId }), output: z.null() },
  ...machineCommands,
  ...backupCommands,
  'system.describe': { input: z.strictObject({}), output: SystemReport },
  /**
   * Tries the back ends that were not tried since the addon or a driver changed, or all of them `again`: each decodes a
   * bundled clip in a process of its own. What is found is kept, and holds for the next process that is started.
   */
  'backend.probe': { input: z.strictObject({ again: z.boolean() }), output: z.array(Backend) },
} as const

export type CommandName = keyof typeof commands
export type CommandInput<N extends CommandName> = z.infer<(typeof commands)[N]['input']>
export type CommandOutput<N extends CommandName> = z.infer<(typeof commands)[N]['output']>

/** What the engine implements and what every client sees, whatever lies between. */
export type EngineApi = {
  readonly [N in CommandName]: (input: CommandInput<N>) => Promise<CommandOutput<N>>
}
