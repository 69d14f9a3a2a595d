import { z } from 'zod'
import { Backups, Damage } from './backup.ts'
import { Device } from './device.ts'
import { DiskRoom } from './disk-room.ts'
import { ExportProgress } from './export.ts'
import { EditStack } from './edit.ts'
import { Hearing, Level } from './hearing.ts'
import { AskId, ImportId, InsightId, MeetingId, NoteId, SegmentId } from './ids.ts'
import { Import } from './import.ts'
import { Insight, Understanding } from './insight.ts'
import { LiveRecognition } from './live-recognition.ts'
import { Meeting } from './meeting.ts'
import { NetworkAttempt } from './network.ts'
import { Note } from './note.ts'
import { MeasuredModel, PerformanceSample } from './performance.ts'
import { Refining } from './refining.ts'
import { Settings } from './settings.ts'
import { Summary } from './summary.ts'
import { Hypothesis, Segment, TrackName } from './transcript.ts'
import { Warning } from './warning.ts'

/**
 * Why a meeting stopped. `asked`: somebody wanted it. `ended`: its sound did. `silence`: nobody spoke for as long as
 * was chosen. `failed`: sound could not be heard, kept or read.
 */
export const StopReason = z.enum(['asked', 'ended', 'silence', 'failed'])
export type StopReason = z.infer<typeof StopReason>

/** From this step of the pace on a person notices that text comes late, and is told so. */
export const noticeableStep = 3

/** Everything the engine tells without being asked. */
export const EngineEvent = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('meeting.started'), meeting: Meeting }),
  /** A few times a second while a meeting is live: how much was heard, and how much of it has been read. */
  z.strictObject({
    type: z.literal('meeting.progressed'),
    meetingId: MeetingId,
    heardMs: z.int().nonnegative(),
    readMs: z.int().nonnegative(),
    /** Length of the whole sound where it is known (a file), else null. */
    totalMs: z.int().nonnegative().nullable(),
  }),
  /** What is understood of the utterance being spoken, behind the words that are committed; null when nothing is. */
  z.strictObject({
    type: z.literal('hypothesis.changed'),
    meetingId: MeetingId,
    track: Hypothesis.shape.track,
    hypothesis: Hypothesis.nullable(),
  }),
  /**
   * Text that is shown for good. While it is `open` the same segment comes again as it grows: words are only ever added
   * at its end, and those that were there stay as they were.
   */
  z.strictObject({
    type: z.literal('segment.committed'),
    meetingId: MeetingId,
    segment: Segment,
    open: z.boolean(),
  }),
  /**
   * Committed text was replaced, by a stronger reading or a person. Segments that are gone are named; the others are
   * there as they are now, also those that were known before and stand under the same id.
   */
  z.strictObject({
    type: z.literal('segments.revised'),
    meetingId: MeetingId,
    track: TrackName,
    removed: z.array(SegmentId),
    segments: z.array(Segment),
  }),
  /** A person said who speaks: these segments have that voice now, and are otherwise as they were. */
  z.strictObject({
    type: z.literal('speakers.changed'),
    meetingId: MeetingId,
    changes: z.array(
      z.strictObject({ speaker: z.string().nullable(), segmentIds: z.array(SegmentId) }),
    ),
  }),
  /** A meeting was edited, or an edit was undone: what undoing and redoing would do next. */
  EditStack.extend({ type: z.literal('edits.changed'), meetingId: MeetingId }),
  /** A stronger reading has begun, came on, or is over. */
  z.strictObject({ type: z.literal('refining.changed'), refining: Refining }),
  /** What matters in a meeting has changed: these are gone, and these are there as they are now. */
  z.strictObject({
    type: z.literal('insights.changed'),
    meetingId: MeetingId,
    understanding: Understanding,
    removed: z.array(InsightId),
    insights: z.array(Insight),
  }),
  /** The summary that counts is now this one. */
  z.strictObject({ type: z.literal('summary.changed'), summary: Summary }),
  /** A summary is being written: so much of the meeting is read, 0 to 1, and this stands there so far. */
  z.strictObject({
    type: z.literal('summary.progressed'),
    meetingId: MeetingId,
    share: z.number().min(0).max(1),
    draft: z.string(),
  }),
  /** An answer as far as it is written; what it claims is not checked yet. */
  z.strictObject({ type: z.literal('answer.progressed'), askId: AskId, draft: z.string() }),
  z.strictObject({ type: z.literal('settings.changed'), settings: Settings }),
  /** Text falls behind the sound, or has caught up. Nothing is skipped: what is late comes later. */
  z.strictObject({
    type: z.literal('pace.changed'),
    meetingId: MeetingId,
    /** 0: everything as it should be; each step up gives up more of what costs time, down to one decode for each utterance. */
    step: z.int().min(0).max(5),
    /** From speech to its first text, in milliseconds of sound. */
    lagMs: z.int().nonnegative(),
  }),
  /** What turns a live meeting into text is another model, or runs elsewhere, or is known by now. */
  z.strictObject({ type: z.literal('recognition.changed'), recognition: LiveRecognition }),
  /** What one decode looked at and what it cost, for charts and measurements. */
  z.strictObject({
    type: z.literal('decode.measured'),
    meetingId: MeetingId,
    track: TrackName,
    /** `look`: of an utterance under way. `commit`: at its end. `final`: of a finished stretch, by the strongest means. */
    kind: z.enum(['look', 'commit', 'final']),
    /** The stretch of sound that was decoded. */
    fromMs: z.int().nonnegative(),
    toMs: z.int().nonnegative(),
    /** What the model's encoder and decoder spent. */
    encodeMs: z.number().nonnegative(),
    decodeMs: z.number().nonnegative(),
    /** Sound that was recorded on this track behind `toMs` by the time the text was there. */
    lagMs: z.int().nonnegative(),
  }),
  /** Every two seconds while something is decoded or recorded. */
  z.strictObject({ type: z.literal('performance.measured'), sample: PerformanceSample }),
  /** One more model was measured on one more back end: so many of all. */
  z.strictObject({
    type: z.literal('computer.progressed'),
    done: z.int().nonnegative(),
    total: z.int().nonnegative(),
    model: MeasuredModel,
  }),
  /** While something is recorded, every ten seconds: how long the disk lasts. */
  z.strictObject({ type: z.literal('disk.measured'), room: DiskRoom }),
  Warning.extend({ type: z.literal('meeting.warned'), meetingId: MeetingId }),
  z.strictObject({ type: z.literal('meeting.stopped'), meeting: Meeting, reason: StopReason }),
  z.strictObject({ type: z.literal('meeting.changed'), meeting: Meeting }),
  /** It is out of sight: in the trash, or gone where nothing of it was worth keeping. */
  z.strictObject({ type: z.literal('meeting.deleted'), meetingId: MeetingId }),
  /** It is back from the trash. */
  z.strictObject({ type: z.literal('meeting.restored'), meeting: Meeting }),
  /** They are gone for good. */
  z.strictObject({ type: z.literal('meetings.purged'), meetingIds: z.array(MeetingId) }),
  /** Folders, tags or people of these have changed. */
  z.strictObject({ type: z.literal('meetings.organised'), meetings: z.array(Meeting) }),
  /** One was made of several; that those are deleted is told besides. */
  z.strictObject({ type: z.literal('meeting.merged'), meeting: Meeting, of: z.array(MeetingId) }),
  /** Files that wait, are read or are over, as they are now; those that were forgotten are named. */
  z.strictObject({
    type: z.literal('import.changed'),
    imports: z.array(Import),
    removed: z.array(ImportId),
  }),
  z.strictObject({ type: z.literal('hearing.changed'), hearing: Hearing }),
  /** A note or a bookmark was written, or its words are others now. */
  z.strictObject({ type: z.literal('note.changed'), note: Note }),
  z.strictObject({ type: z.literal('note.removed'), meetingId: MeetingId, noteId: NoteId }),
  /** Twenty times a second while devices are heard. */
  z.strictObject({
    type: z.literal('levels.measured'),
    meetingId: MeetingId,
    levels: z.array(Level),
  }),
  /** What is heard only to show how loud it is, outside of any meeting; no tracks: it is over. */
  z.strictObject({ type: z.literal('sound.changed'), tracks: Hearing.shape.tracks }),
  /** Twenty times a second while it lasts. */
  z.strictObject({ type: z.literal('sound.measured'), levels: z.array(Level) }),
  /** Devices came or went, or another one is the default. */
  z.strictObject({ type: z.literal('devices.changed'), devices: z.array(Device) }),
  /** The names and terms that the user's meetings expect. */
  z.strictObject({ type: z.literal('vocabulary.changed'), terms: z.array(z.string()) }),
  ExportProgress.extend({ type: z.literal('export.progressed') }),
  /** Model files came or went, or a fetch is over: what was read of them is read again. */
  z.strictObject({ type: z.literal('models.changed') }),
  /** A process of the program tried to reach beyond itself. */
  z.strictObject({ type: z.literal('network.attempted'), attempt: NetworkAttempt }),
  /** A retention rule removed the recordings of some meetings, and others whole. */
  z.strictObject({
    type: z.literal('retention.applied'),
    soundRemoved: z.array(MeetingId),
    meetingsRemoved: z.array(MeetingId),
  }),
  /** A backup was made, removed or chosen, or could not be made. */
  Backups.extend({ type: z.literal('backups.changed') }),
  /** Damage of the database was found, or what was done about it was seen. */
  Damage.extend({ type: z.literal('damage.changed') }),
  z.strictObject({
    type: z.literal('model.progressed'),
    modelId: z.string(),
    receivedBytes: z.int().nonnegative(),
    totalBytes: z.int().nonnegative().nullable(),
    /** `checking` is the hash pass after the last byte. */
    phase: z.enum(['fetching', 'waiting', 'checking']),
  }),
])
export type EngineEvent = Readonly<z.infer<typeof EngineEvent>>
