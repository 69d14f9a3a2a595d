import { z } from 'zod'
import { Device } from './device.ts'
import { Hearing } from './hearing.ts'
import { MeetingId, RefusalId, SegmentId } from './ids.ts'
import {
  ExportedFile,
  ExportFormat,
  Language,
  Meeting,
  SearchHit,
  Source,
  Transcript,
} from './meeting.ts'
import { Model, ModelCheck } from './model.ts'
import { FinalPass, Refining } from './refining.ts'
import { Refusal } from './refusal.ts'
import { Backend, SystemReport } from './system.ts'
import { Segment } from './transcript.ts'
import { ChangedVocabulary, MeetingVocabulary, Vocabulary, VocabularyChange } from './vocabulary.ts'

const Title = z.string().trim().min(1).max(200)
const ofMeeting = z.strictObject({ meetingId: MeetingId })
const ofModel = z.strictObject({ modelId: z.string().min(1) })

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
      model: z.string().min(1).nullable(),
      language: Language,
      /** Stops by itself after so much silence on all tracks, announced a while before; null: never. */
      stopAfterSilenceMs: z.int().min(10_000).nullable(),
      finalPass: FinalPass,
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
      model: z.string().min(1).nullable(),
      language: Language,
      channels: z.enum(['mix', 'split']),
      vocabulary: MeetingVocabulary,
      /** False: nothing is kept once the answer is given. */
      keep: z.boolean(),
    }),
    output: Transcript,
  },
  'meeting.list': { input: z.strictObject({}), output: z.array(Meeting) },
  'meeting.read': { input: ofMeeting, output: Transcript },
  'meeting.search': {
    input: z.strictObject({
      query: z.string().trim().min(1).max(500),
      limit: z.int().min(1).max(500),
    }),
    output: z.array(SearchHit),
  },
  'meeting.rename': {
    input: z.strictObject({ meetingId: MeetingId, title: Title }),
    output: Meeting,
  },
  'meeting.delete': { input: ofMeeting, output: z.null() },
  'meeting.export': {
    input: z.strictObject({ meetingId: MeetingId, format: ExportFormat }),
    output: ExportedFile,
  },
  /** A person's words in the place of what was understood. They are never changed again, except by a person. */
  'segment.edit': {
    input: z.strictObject({
      meetingId: MeetingId,
      segmentId: SegmentId,
      text: z.string().trim().min(1).max(10_000),
    }),
    output: Segment,
  },
  /** What was understood of a meeting and held back, in the order it was spoken. */
  'refusal.list': { input: ofMeeting, output: z.array(Refusal) },
  /** Shows it after all, as a person's act. */
  'refusal.restore': { input: z.strictObject({ refusalId: RefusalId }), output: Segment },
  /** Writes a transcript in another format, also one that is not kept. */
  'transcript.export': {
    input: z.strictObject({ transcript: Transcript, format: ExportFormat }),
    output: ExportedFile,
  },
  /** The names and terms that this user's meetings expect. */
  'vocabulary.read': { input: z.strictObject({}), output: Vocabulary },
  'vocabulary.change': { input: VocabularyChange, output: ChangedVocabulary },
  'device.list': { input: z.strictObject({}), output: z.array(Device) },
  'model.list': { input: z.strictObject({}), output: z.array(Model) },
  /** Fetches a model of the catalogue; progress arrives as events. */
  'model.pull': { input: ofModel, output: Model },
  'model.add': { input: z.strictObject({ path: z.string().min(1) }), output: Model },
  'model.verify': { input: z.strictObject({}), output: z.array(ModelCheck) },
  'model.remove': { input: ofModel, output: z.null() },
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
