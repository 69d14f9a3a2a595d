/** What people are told of a disk that takes nothing: once that it began, and once that it is over. */
import { AppError, type ErrorCode } from '#contract/errors.ts'
import { type Warning, wholeWarning } from '#contract/warning.ts'
import type { DiskTrouble } from './audio/disk-trouble.ts'

/** One for a meeting: sound and text lie on the same disk, and one sentence is enough for both. */
export interface DiskWarnings {
  /** What troubles the disk for the recording; null: everything heard is on it. */
  sound(trouble: DiskTrouble | null): void
  isSlow(): boolean
  /** The same for the text. */
  text(trouble: DiskTrouble | null): void
}

const codes: Record<DiskTrouble, ErrorCode> = {
  full: 'disk_full',
  read_only: 'data_read_only',
  gone: 'disk_gone',
  failing: 'disk_failing',
  slow: 'disk_slow',
}

/** Of two the one that is told. */
const worse: readonly DiskTrouble[] = ['gone', 'full', 'read_only', 'failing', 'slow']

const held = 'Recording goes on in memory, for ten minutes at most'

const began: Record<DiskTrouble, string> = {
  full: `The disk is full. ${held}: free some space now. Nothing is lost so far.`,
  read_only: `The data folder is read-only. ${held}: make it writable. Nothing is lost so far.`,
  gone: `The folder of the recording is gone. ${held}: bring the disk back.`,
  failing: `The disk cannot be written. ${held}, and writing is tried again.`,
  slow: 'The disk is very slow. What is said now is in memory until the disk has taken it. Nothing is lost so far.',
}

export function diskWarnings(warn: (warning: Warning) => void): DiskWarnings {
  let ofSound: DiskTrouble | null = null
  let ofText: DiskTrouble | null = null
  let told: DiskTrouble | null = null

  function tell(): void {
    const now = worse.find((trouble) => trouble === ofSound || trouble === ofText) ?? null
    if (now === told) return
    if (told !== null && now === null)
      warn(wholeWarning(codes[told], 'Everything that was said is on the disk again.', true))
    else if (told !== null)
      warn(wholeWarning(codes[told], 'The disk is in another state now.', true))
    if (now !== null) warn(wholeWarning(codes[now], began[now]))
    told = now
  }

  return {
    isSlow: () => ofSound === 'slow',
    sound(trouble) {
      ofSound = trouble
      tell()
    },
    text(trouble) {
      ofText = trouble
      tell()
    },
  }
}

/** What a failure of the store says of the disk; null where it is about something else. */
export function storeTrouble(error: unknown): DiskTrouble | null {
  if (!(error instanceof AppError)) return null
  const found = Object.entries(codes).find(([, code]) => code === error.code)
  return found ? (found[0] as DiskTrouble) : null
}
