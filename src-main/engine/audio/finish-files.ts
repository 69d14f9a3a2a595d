/** Ends the files of a recording. What cannot be written any more is counted, noted and told. */
import { AppError, type ErrorCode } from '#contract/errors.ts'
import type { TrackName } from '#contract/transcript.ts'
import { asWriteFailure } from './file-failure.ts'
import { toMs } from './frames.ts'
import type { HeldSound } from './hold-sound.node.ts'
import type { LedgerFile } from './ledger-file.node.ts'
import type { TrackFile } from './track-file.node.ts'

type Files = ReadonlyMap<TrackName, TrackFile>

/** A disk that takes nothing for so long is not waited for any more. */
const patienceMs = 30_000

/**
 * Ends every file in order. What `append` has already reported as failed is not reported again, and does not keep the
 * rest from being finished; sound that was only held in memory, and cannot be written, is.
 */
export async function finishFiles(
  files: Files,
  ledger: LedgerFile,
  held: HeldSound | null,
): Promise<void> {
  await held?.tryNow()
  let problem: unknown = null
  for (const file of files.values())
    try {
      if (await becomesWhole(file)) await file.sync()
    } catch (error) {
      problem ??= error
    }
  const lost = lostOf(files)
  for (const [track, missing] of lost)
    ledger.note({ type: 'cut_short', track, at: files.get(track)?.written() ?? 0, missing })
  if (problem === null || held) ledger.note({ type: 'closed', tracks: writtenList(files) })
  // Who looks at files that are closed would find that they fail.
  const isGone = held?.trouble() === 'gone'
  held?.[Symbol.dispose]()
  await ledger.close().catch((error: unknown) => (problem ??= error))
  if (lost.size > 0) throw soundLost(files, toMs(Math.max(...lost.values())))
  if (problem !== null) throw problem
  if (isGone)
    throw new AppError(
      'sound_lost',
      'The folder of the recording is gone, and what was recorded is where that folder is now. Bring the disk back to see what is kept.',
    )
}

/** Whether everything was written; a slow disk is waited for as long as it comes on. */
async function becomesWhole(file: TrackFile): Promise<boolean> {
  const idle = file.idle().then(
    () => true,
    () => false,
  )
  for (;;) {
    const before = file.written()
    const late = Promise.withResolvers<null>()
    const timer = setTimeout(() => late.resolve(null), patienceMs)
    const whole = await Promise.race([idle, late.promise])
    clearTimeout(timer)
    if (whole !== null) return whole
    if (file.written() === before) return false
  }
}

/** Samples of each track that were heard and are not in its file, where there are any. */
function lostOf(files: Files): ReadonlyMap<TrackName, number> {
  const lost = Array.from(
    files,
    ([track, file]) => [track, file.length() - file.written()] as const,
  )
  return new Map(lost.filter(([, missing]) => missing > 0))
}

function writtenList(files: Files) {
  return Array.from(files, ([track, file]) => ({ track, length: file.written() }))
}

const why: Partial<Record<ErrorCode, string>> = {
  disk_full: 'The disk is still full',
  data_read_only: 'The data folder is still read-only',
  disk_gone: 'The disk of the data folder is still gone',
}

function soundLost(files: Files, lostMs: number): AppError {
  const causes = Array.from(files.values(), ({ waiting }) => waiting.failure())
  const cause = asWriteFailure(causes.find((failure) => failure !== null) ?? null)
  const known = cause instanceof AppError ? why[cause.code] : null
  const reason = known ?? 'The disk still cannot be written'
  return new AppError(
    'sound_lost',
    `${reason}: the last ${inWords(lostMs)} of sound were only in memory and are missing from the recording. Everything before is kept.`,
    { cause },
  )
}

function inWords(ms: number): string {
  const seconds = Math.ceil(ms / 1000)
  return seconds < 120 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}
