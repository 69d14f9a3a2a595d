import type { MeetingId } from '#contract/ids.ts'
import type { DiskState } from './disk-control.ts'

/** What happens to the disk of a live meeting. */
export interface DiskPlan {
  readonly seconds: number
  /** So many times as fast as it was spoken. */
  readonly pace: number
  readonly steps: readonly DiskStep[]
  /** Nothing is mended before somebody was warned. */
  readonly warns: boolean
}

export interface DiskStep {
  /** 0: before it is started; else at this share of its length. */
  readonly at: number
  readonly disk?: DiskState
  /** Really: the disk gets full, has room again; the data folder is no longer where it was. */
  readonly do?: 'fill' | 'free' | 'move'
}

/** What became of it. */
export interface DiskOutcome {
  readonly meetingId: MeetingId | null
  /** Why it was not started; null where it was. */
  readonly refused: string | null
  readonly reason: string | null
  /** Of the command line, and what it said. */
  readonly exitCode: number
  readonly lines: readonly string[]
  readonly warnings: Array<{
    readonly code: string
    readonly over: boolean
    readonly message: string
    readonly atMs: number
  }>
  /** From the moment at which the disk works until everybody was told so. */
  readonly recoveredMs: number | null
  /** The longest that the engine did nothing else. */
  readonly longestStandMs: number
  /** The longest that sound lay in the rings of its devices, and what did not fit there. */
  readonly behindMs: number
  readonly overflowMs: number
  /** Heard and not in the recording, of the worse track. */
  readonly lostMs: number
  /** What lay on the disk when it first failed, of the shorter track. */
  readonly onDiskMs: number
  /** Text by its id: as it was told, and as it was found at the next start. */
  readonly told: Record<string, string>
  readonly kept: Record<string, string>
  /** All words once the meeting is read to its end. */
  readonly words: readonly string[]
  readonly wrong: string[]
}
