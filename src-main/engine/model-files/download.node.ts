/** A whole download: tries again what may pass, goes to the next source where nothing helps, checks the hash. */
import { AppError } from '#contract/errors.ts'
import { fetchPart, type Wanted } from './fetch-part.ts'
import { hashFile } from './hash-file.node.ts'
import type { PullProgress } from './model-files.ts'
import type { PartialFile } from './partial-file.node.ts'
import { isComplete } from './plan-range.ts'
import { backoffMs, retryAfterMs, retryRules } from './retry.ts'
import type { Transfer } from './transfer.undici.ts'

/** Resolves after the pause, or rejects when `signal` fires. */
export type Wait = (ms: number, signal: AbortSignal) => Promise<void>

export interface Download {
  readonly sources: readonly URL[]
  readonly part: PartialFile
  /** What the bytes must be, or null where this first download decides it. */
  readonly sha256: string | null
  readonly wanted: Omit<Wanted, 'url' | 'onBytes'>
  readonly transfer: Transfer
  readonly wait: Wait
  readonly now: () => number
  readonly signal: AbortSignal
  readonly tell: (progress: PullProgress) => void
}

/** Leaves the checked bytes in the partial file and answers their hash. */
export async function download(job: Download): Promise<string> {
  let first: AppError | null = null
  for (const url of job.sources) {
    const result = await fromSource(job, url)
    if (typeof result === 'string') return result
    first ??= result
  }
  throw first ?? new AppError('download_failed', 'The catalogue names no address for this model.')
}

/** The hash of the fetched file, or why this source could not give it. */
async function fromSource(job: Download, url: URL): Promise<string | AppError> {
  const stitched = await fetchWhole(job, url)
  if (stitched instanceof AppError) return stitched
  const hash = await check(job)
  if (hash !== null) return hash
  // Bytes of another day may be the wrong ones: once more, this time all from one answer.
  const again = stitched ? await fetchWhole(job, url) : null
  if (again instanceof AppError) return again
  const second = again === null ? null : await check(job)
  return second ?? wrongBytes(url)
}

/** Fetches until the file is whole; answers whether it was put together from several answers. */
async function fetchWhole(job: Download, url: URL): Promise<boolean | AppError> {
  const { part, signal } = job
  let held = await part.held()
  if (job.sha256 !== null && isComplete(held)) return true
  let furthest = held.bytes
  let fruitless = 0
  let total: number | null = null
  const onBytes = (receivedBytes: number, totalBytes: number | null): void => {
    total = totalBytes
    job.tell({ receivedBytes, totalBytes, phase: 'fetching' })
  }
  for (let tries = 0; tries < retryRules.altogether; tries++) {
    const outcome = await fetchPart(job.transfer, part, { ...job.wanted, url, onBytes }, signal)
    if (outcome.kind === 'elsewhere') return outcome.error
    if (outcome.kind === 'whole') return outcome.stitched
    held = await part.held()
    fruitless = held.bytes > furthest ? 1 : fruitless + 1
    furthest = Math.max(furthest, held.bytes)
    const pauseMs = retryAfterMs(outcome.retryAfter, job.now()) ?? backoffMs(fruitless)
    if (fruitless >= retryRules.fruitless || pauseMs > retryRules.longestRetryAfterMs) {
      return gaveUp(url, outcome.reason, pauseMs)
    }
    job.tell({ receivedBytes: held.bytes, totalBytes: total, phase: 'waiting' })
    await pause(job, pauseMs)
  }
  return gaveUp(url, 'the connection is cut again and again', 0)
}

/** The hash of a right file; null and no partial file any more when it is a wrong one. */
async function check({ part, sha256, signal, tell }: Download): Promise<string | null> {
  const { bytes } = await part.held()
  tell({ receivedBytes: bytes, totalBytes: bytes, phase: 'checking' })
  const hash = await unlessStopped(signal, () => hashFile(part.path, { signal }))
  if (sha256 === null || hash === sha256) return hash
  await part.drop()
  return null
}

async function pause({ wait, signal }: Download, ms: number): Promise<void> {
  if (ms > 0) await unlessStopped(signal, () => wait(ms, signal))
}

async function unlessStopped<Result>(
  signal: AbortSignal,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (!signal.aborted) throw error
    throw new AppError('cancelled', 'The download was stopped. What came so far is kept.')
  }
}

function gaveUp(url: URL, reason: string, pauseMs: number): AppError {
  const patience =
    pauseMs > retryRules.longestRetryAfterMs
      ? `it asks to come back in ${Math.ceil(pauseMs / 60_000)} minutes`
      : reason
  const sentence =
    `The model could not be fetched from ${url.host}: ${patience}. ` +
    'What came so far is kept; try again later.'
  return new AppError('download_failed', sentence)
}

function wrongBytes(url: URL): AppError {
  const sentence =
    `What ${url.host} sent is not the model: its checksum is wrong. It was thrown away. ` +
    'Try again, or set RTSTT_MODEL_MIRROR to another source.'
  return new AppError('model_broken', sentence)
}
