import { z } from 'zod'
import { Device } from './device.ts'
import { Hearing, Level } from './hearing.ts'
import { MeetingId } from './ids.ts'
import { Meeting } from './meeting.ts'
import { Hypothesis, Segment } from './transcript.ts'
import { Warning } from './warning.ts'

/**
 * Why a meeting stopped. `asked`: somebody wanted it. `ended`: its sound did. `silence`: nobody spoke for as long as
 * was chosen. `failed`: sound could not be heard, kept or read.
 */
export const StopReason = z.enum(['asked', 'ended', 'silence', 'failed'])
export type StopReason = z.infer<typeof StopReason>

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
  /** The utterance being spoken on a track, or null when it has become segments or nothing. */
  z.strictObject({
    type: z.literal('hypothesis.changed'),
    meetingId: MeetingId,
    track: Hypothesis.shape.track,
    hypothesis: Hypothesis.nullable(),
  }),
  z.strictObject({ type: z.literal('segment.committed'), meetingId: MeetingId, segment: Segment }),
  Warning.extend({ type: z.literal('meeting.warned'), meetingId: MeetingId }),
  z.strictObject({ type: z.literal('meeting.stopped'), meeting: Meeting, reason: StopReason }),
  z.strictObject({ type: z.literal('meeting.changed'), meeting: Meeting }),
  z.strictObject({ type: z.literal('meeting.deleted'), meetingId: MeetingId }),
  z.strictObject({ type: z.literal('hearing.changed'), hearing: Hearing }),
  /** Twenty times a second while devices are heard. */
  z.strictObject({
    type: z.literal('levels.measured'),
    meetingId: MeetingId,
    levels: z.array(Level),
  }),
  /** Devices came or went, or another one is the default. */
  z.strictObject({ type: z.literal('devices.changed'), devices: z.array(Device) }),
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
