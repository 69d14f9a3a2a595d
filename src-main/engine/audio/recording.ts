import type { MeetingId } from '#contract/ids.ts'
import type { TrackName } from '#contract/transcript.ts'
import type { TrackAccounts } from './account.ts'
import type { FolderKeys } from '../keys/folder-keys.ts'
import type { DiskTrouble } from './disk-trouble.ts'
import type { Progress } from './growth.ts'
import type { LedgerNote } from './ledger.ts'

/** The sound of a meeting as its readers see it; it may still be growing. Positions are samples at 16 kHz. */
export interface RecordedSound extends AsyncDisposable {
  readonly tracks: readonly TrackName[]
  /** How many samples can be read now. */
  length(track: TrackName): number
  /** The samples in `[from, to)`, fewer where the track is shorter. */
  read(track: TrackName, from: number, to: number): Promise<Int16Array>
  /** Waits until the track is longer than `beyond`, or until no more sound will come. */
  grown(track: TrackName, beyond: number, signal?: AbortSignal): Promise<'grown' | 'closed'>
  /** The same, and also until the track is paused, or at once where it is. */
  grownOrResting(track: TrackName, beyond: number, signal?: AbortSignal): Promise<Progress>
  /** How much was heard, what is missing and why. */
  account(): Promise<TrackAccounts>
}

/**
 * The sound of a meeting on disk. Samples are appended in order and are safe from the death of this
 * program as soon as `append` resolves, except where a live recording holds in memory what its disk does not take. When it
 * holds as much as it may, or where nothing may be held, a failed write makes every later append fail the same way; what
 * was written, or held, stays readable.
 */
export interface Recording extends RecordedSound {
  append(track: TrackName, samples: Float32Array | Int16Array): Promise<void>
  note(note: LedgerNote): void
  /** No more sound will come. Reading stays possible until the recording is disposed. */
  close(): Promise<void>
}

/** A recording that becomes part of another. */
export interface JoinedPart {
  readonly meetingId: MeetingId
  readonly tracks: readonly TrackName[]
  /** How long it is as a part, in samples: no track may be longer. */
  readonly length: number
}

type LocksKeys = Pick<FolderKeys, 'wrap' | 'unwrap'>

/** How many keys of recordings are locked by the new keys now, and how many the old ones do not open. */
export interface Rewrapped {
  readonly keys: number
  readonly unopened: number
}

/** Where the recordings of all meetings are kept: one folder per meeting. */
export interface Recordings {
  /**
   * With `troubled` the sound is live and cannot wait: what the disk does not take is held in memory, and it is told what
   * troubles the disk, and null when nothing does any more.
   */
  create(
    meetingId: MeetingId,
    tracks: readonly TrackName[],
    troubled?: (trouble: DiskTrouble | null) => void,
  ): Promise<Recording>
  /** A recording that nobody writes any more; what a kill left behind is put right first. */
  open(meetingId: MeetingId): Promise<RecordedSound>
  /** Goes on with a recording that nobody writes any more, when its source can be heard again. */
  extend(meetingId: MeetingId): Promise<Recording>
  /** A recording that another process may still be writing. Changes nothing on disk. */
  follow(meetingId: MeetingId): Promise<RecordedSound>
  /**
   * What became of each track so far, also while this or another program records; null when the recording,
   * or its ledger, is gone. Changes nothing on disk.
   */
  account(meetingId: MeetingId): Promise<TrackAccounts | null>
  /** How loud each track is so far, as `loudestOf` tells it; kept beside the sound once it was read. */
  loudness(meetingId: MeetingId): Promise<ReadonlyMap<TrackName, Uint8Array>>
  /**
   * One recording of several, each behind the one before; they stay as they are. A track that one of them does not have,
   * or has less of, is filled with silence, and the ledger says so. `made` is called as soon as its folder is there.
   */
  join(meetingId: MeetingId, parts: readonly JoinedPart[], made: () => void): Promise<void>
  /** Removes the sound for good and keeps what became of it; the ledger says that a rule did it. */
  removeSound(meetingId: MeetingId): Promise<void>
  /** What the sound takes on disk; 0 where there is none. */
  soundBytes(meetingId: MeetingId): Promise<number>
  /** Removes everything, and the keys of what was sealed first: what a disk may keep of it is noise. */
  remove(meetingId: MeetingId): Promise<void>
  /** The recordings of which something can be read without a key; none where nothing is sealed. */
  plain(): Promise<MeetingId[]>
  /** Seals a plain recording that nobody writes. A kill at any moment leaves one form of it whole, and it can be done again. */
  seal(meetingId: MeetingId): Promise<void>
  /**
   * Locks the keys of all recordings by `to`, which must open only what it has locked itself. A kill leaves some locked by
   * the one and some by the other: keep both until it was done to the end.
   */
  rewrap(from: LocksKeys, to: LocksKeys): Promise<Rewrapped>
  /** The meetings that have a folder here, in any order. */
  list(): Promise<MeetingId[]>
  folderOf(meetingId: MeetingId): string
}
