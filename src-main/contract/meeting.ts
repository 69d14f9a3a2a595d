import { z } from 'zod'
import { TrackAccount } from './account.ts'
import { MeetingId } from './ids.ts'
import { Segment, TrackName } from './transcript.ts'

/** A language code (`en`, `it`, ...) or `auto` to let the model listen first. */
export const Language = z
  .string()
  .regex(/^(auto|[a-z]{2,3})$/, 'a language code such as en, or auto')
export type Language = z.infer<typeof Language>

/**
 * `live`: being heard now. `interrupted`: the program died while it was live; its recording may hold
 * speech that has no text yet. `done`: everything heard has been read.
 */
export const MeetingState = z.enum(['live', 'interrupted', 'done'])
export type MeetingState = z.infer<typeof MeetingState>

/** What a meeting can be called. */
export const Title = z.string().trim().min(1).max(200)

const described = {
  id: MeetingId,
  title: z.string(),
  /** ISO 8601, UTC. */
  startedAt: z.iso.datetime(),
  durationMs: z.int().nonnegative(),
  language: z.string(),
  model: z.string(),
}

/** A meeting as the library lists it. */
export const Meeting = z.strictObject({
  ...described,
  state: MeetingState,
  segmentCount: z.int().nonnegative(),
  /** Recorded speech time that has not been read by recognition yet. */
  unreadMs: z.int().nonnegative(),
  /** Made of a file as fast as it could be read, not heard: `live` means that it is being read. */
  imported: z.boolean(),
  /** Where a person has put it; null: in no folder. */
  folder: z.string().nullable(),
  tags: z.array(z.string()),
  /** Who speaks in it by name, and who was added by hand. */
  people: z.array(z.string()),
})
export type Meeting = Readonly<z.infer<typeof Meeting>>

/** A meeting with its text: the shape that `--format json` prints and scripts rely on. */
export const Transcript = z.strictObject({
  ...described,
  /** `account` is null where the recording is gone. */
  tracks: z.array(z.strictObject({ name: TrackName, account: TrackAccount.nullable() })),
  segments: z.array(Segment),
})
export type Transcript = Readonly<z.infer<typeof Transcript>>

/** Where a search matched. In `snippet` the matched words stand between U+0002 and U+0003. */
export const SearchHit = z.strictObject({
  meetingId: MeetingId,
  meetingTitle: z.string(),
  startedAt: z.iso.datetime(),
  segment: Segment.omit({ words: true }),
  snippet: z.string(),
})
export type SearchHit = Readonly<z.infer<typeof SearchHit>>

/** The longest stretch of sound that is handed out at once, in milliseconds. */
export const longestClipMs = 30_000

/** A stretch of a recording, one track or all of them heard together, as a sound file. */
export const SoundClip = z.strictObject({
  fromMs: z.int().nonnegative(),
  toMs: z.int().nonnegative(),
  /** How much of it is recorded so far, in whole milliseconds. */
  wholeMs: z.int().nonnegative(),
  mediaType: z.literal('audio/wav'),
  base64: z.base64(),
})
export type SoundClip = Readonly<z.infer<typeof SoundClip>>

/** A device to stay with, or null to follow the system's default. */
const DeviceChoice = z.string().min(1).nullable()

/** What to listen to. With `split` channels the left of a file is `me` and the right is `them`. */
export const Source = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('microphone'), deviceId: DeviceChoice }),
  z.strictObject({ kind: z.literal('system'), deviceId: DeviceChoice }),
  z.strictObject({
    kind: z.literal('both'),
    microphoneId: DeviceChoice,
    systemId: DeviceChoice,
  }),
  z.strictObject({
    kind: z.literal('file'),
    path: z.string().min(1),
    pace: z.enum(['real', 'fast']),
    channels: z.enum(['mix', 'split']),
  }),
  /** The meeting that comes with the program: two voices, at the pace they spoke. */
  z.strictObject({ kind: z.literal('sample') }),
])
export type Source = Readonly<z.infer<typeof Source>>
