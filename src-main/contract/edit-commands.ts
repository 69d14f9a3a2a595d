import { z } from 'zod'
import {
  EditEntry,
  EditResult,
  EditStack,
  FoundWords,
  longestSought,
  ReplaceResult,
  SegmentText,
  Sought,
  Speaker,
  SpeakerName,
  SplitPlace,
  Voice,
} from './edit.ts'
import { MeetingId, SegmentId } from './ids.ts'
import { Segment } from './transcript.ts'

const ofMeeting = z.strictObject({ meetingId: MeetingId })

/** What a person may do to the words of a meeting and to who says them, and taking it back. */
export const editCommands = {
  /** A person's words in the place of what was understood. They are never changed again, except by a person. */
  'segment.edit': {
    input: z.strictObject({ meetingId: MeetingId, segmentId: SegmentId, text: SegmentText }),
    output: Segment,
  },
  /** Makes two of one, with what a person has just written where that is given; answers with both in their order. */
  'segment.split': {
    input: z.strictObject({
      meetingId: MeetingId,
      segmentId: SegmentId,
      at: SplitPlace,
      text: SegmentText.nullable(),
    }),
    output: z.array(Segment),
  },
  /** Makes one of neighbours on one track; it has the id and the voice of the first. */
  'segment.merge': {
    input: z.strictObject({
      meetingId: MeetingId,
      segmentIds: z.array(SegmentId).min(2).max(100),
    }),
    output: Segment,
  },
  /** Who says these; null: whoever is on the track. */
  'segment.assign': {
    input: z.strictObject({
      meetingId: MeetingId,
      segmentIds: z.array(SegmentId).min(1).max(10_000),
      speaker: SpeakerName.nullable(),
    }),
    output: EditResult,
  },
  /** The voices of a meeting, in the order in which they are first heard. */
  'speaker.list': { input: ofMeeting, output: z.array(Speaker) },
  /** Gives a voice another name everywhere in a meeting, or takes it away. A name that is there makes one voice of two. */
  'speaker.rename': {
    input: z.strictObject({ meetingId: MeetingId, voice: Voice, name: SpeakerName.nullable() }),
    output: EditResult,
  },
  /** How often words stand in a meeting, before they are replaced. */
  'text.find': { input: Sought.extend({ meetingId: MeetingId }), output: FoundWords },
  /** Puts other words in their place, everywhere in a meeting, as one edit. */
  'text.replace': {
    input: Sought.extend({ meetingId: MeetingId, with: z.string().max(longestSought) }),
    output: ReplaceResult,
  },
  /** Takes a person's last edit of a meeting back; refused where its text was changed by something else meanwhile. */
  'edit.undo': { input: ofMeeting, output: EditResult },
  'edit.redo': { input: ofMeeting, output: EditResult },
  'edit.state': { input: ofMeeting, output: EditStack },
  /** Who changed what and when, the newest first; `before`: only what is older than this entry. */
  'edit.list': {
    input: z.strictObject({
      meetingId: MeetingId,
      before: z.int().positive().nullable(),
      limit: z.int().min(1).max(200),
    }),
    output: z.array(EditEntry),
  },
  /** Puts back what one entry changed, as a new edit. */
  'edit.revert': {
    input: z.strictObject({ meetingId: MeetingId, editId: z.int().positive() }),
    output: EditResult,
  },
} as const
