/** One request: asks for what is missing of a file and writes what comes. */
import { AppError } from '#contract/errors.ts'
import { networkFailure } from './network-failure.ts'
import { isRefused } from '../network/refusal.ts'
import type { PartialFile } from './partial-file.node.ts'
import { planRange, readReply, type RangePlan, type Reading } from './plan-range.ts'
import type { Reply, Transfer } from './transfer.undici.ts'

export interface Wanted {
  readonly url: URL
  /** The size the published hash belongs to, or null where only the server knows. */
  readonly expectedBytes: number | null
  /** Whether a hash at the end will vouch for the whole. */
  readonly hashKnown: boolean
  readonly tokenFor: (url: URL) => string | null
  /** The refusal in the words of this model: which licence, which token. */
  readonly refused: (host: string, status: number) => AppError
  readonly requireSpace: (bytes: number) => Promise<void>
  readonly onBytes: (received: number, total: number | null) => void
}

export type Outcome =
  /** The server sent its whole file; `stitched` when the bytes came in more than one answer. */
  | { readonly kind: 'whole'; readonly stitched: boolean }
  | { readonly kind: 'again'; readonly reason: string; readonly retryAfter: string | null }
  | { readonly kind: 'elsewhere'; readonly error: AppError }

/** Throws what no other try and no other source can mend: a full disk, the person's stop, a bug. */
export async function fetchPart(
  transfer: Transfer,
  part: PartialFile,
  wanted: Wanted,
  signal: AbortSignal,
): Promise<Outcome> {
  const held = await part.held()
  const source = sourceName(wanted.url)
  const plan = planRange(held, source, wanted.hashKnown)
  try {
    const reply = await transfer.open(wanted.url, {
      headers: rangeHeaders(plan),
      tokenFor: wanted.tokenFor,
      signal,
    })
    try {
      return await take(reply, readReply(plan, held, reply), { part, wanted, source })
    } finally {
      reply.discard()
    }
  } catch (error) {
    return failed(error, wanted.url, signal)
  }
}

interface Place {
  readonly part: PartialFile
  readonly wanted: Wanted
  readonly source: string
}

async function take(reply: Reply, reading: Reading, place: Place): Promise<Outcome> {
  const { part, wanted } = place
  switch (reading.step) {
    case 'write':
      return write(reply, reading, place)
    case 'restart':
      await part.drop()
      return { kind: 'again', reason: 'its file changed', retryAfter: '0' }
    case 'again':
      return { kind: 'again', reason: reading.reason, retryAfter: reading.retryAfter }
    case 'elsewhere':
      if (reading.why === 'refused') {
        return { kind: 'elsewhere', error: wanted.refused(reply.host, reply.status) }
      }
      return elsewhere(
        wanted.url,
        reading.why === 'gone'
          ? 'the file is no longer there'
          : `its answer (status ${reply.status}) is of no use`,
      )
  }
}

async function write(
  reply: Reply,
  { at, totalBytes, etag }: Extract<Reading, { step: 'write' }>,
  { part, wanted, source }: Place,
): Promise<Outcome> {
  const { expectedBytes } = wanted
  if (expectedBytes !== null && totalBytes !== null && totalBytes !== expectedBytes) {
    return elsewhere(wanted.url, `its file has ${totalBytes} bytes instead of ${expectedBytes}`)
  }
  const total = totalBytes ?? expectedBytes
  if (total !== null) await wanted.requireSpace(total - at)
  let received = at
  await using writer = await part.openAt(at, { source, etag, totalBytes: total })
  wanted.onBytes(received, total)
  for await (const bytes of reply.body) {
    if (total !== null && received + bytes.length > total) {
      return elsewhere(wanted.url, `it sends more than the ${total} bytes of the file`)
    }
    await writer.write(bytes)
    received += bytes.length
    wanted.onBytes(received, total)
  }
  if (total !== null && received < total) {
    return { kind: 'again', reason: 'the connection was cut', retryAfter: null }
  }
  return { kind: 'whole', stitched: at > 0 }
}

function failed(error: unknown, url: URL, signal: AbortSignal): Outcome {
  if (signal.aborted) {
    throw new AppError('cancelled', 'The download was stopped. What came so far is kept.')
  }
  if (error instanceof AppError) {
    if (error.code === 'download_failed') return { kind: 'elsewhere', error }
    throw error
  }
  if (isRefused(error)) {
    throw new AppError('offline', 'The network is off. What came so far is kept.')
  }
  const failure = networkFailure(error)
  if (!failure) throw error
  if (failure.passes) return { kind: 'again', reason: failure.reason, retryAfter: null }
  return elsewhere(url, failure.reason, error)
}

function elsewhere(url: URL, reason: string, cause?: unknown): Outcome {
  const sentence = `The model could not be fetched from ${url.host}: ${reason}.`
  return { kind: 'elsewhere', error: new AppError('download_failed', sentence, { cause }) }
}

function rangeHeaders({ from, ifRange }: RangePlan): Record<string, string> {
  if (from === 0) return {}
  return { range: `bytes=${from}-`, ...(ifRange === null ? {} : { 'if-range': ifRange }) }
}

/** Without the query, which may hold a secret and is not part of the name. */
function sourceName(url: URL): string {
  return `${url.origin}${url.pathname}`
}
