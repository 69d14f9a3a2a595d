/**
 * Where a download goes on, and what an answer of the server means for the bytes that are already here.
 * Rule of the whole: bytes of two different files are never stitched together on purpose, and a server
 * that ignores ranges or has a changed file costs a fresh start, never a wrong one.
 */

/** Kept beside a partial file: what its bytes are a part of. */
export interface PartNote {
  readonly source: string
  /** The server's name for exactly this content, or null where it gave none that can be trusted. */
  readonly etag: string | null
  readonly totalBytes: number | null
}

export interface Held {
  readonly bytes: number
  readonly note: PartNote | null
}

export interface RangePlan {
  /** The first byte to ask for; 0 asks for the whole file. */
  readonly from: number
  /** Sent as `If-Range`: a server whose file changed answers with the whole file instead. */
  readonly ifRange: string | null
}

const wholeFile: RangePlan = { from: 0, ifRange: null }

/** Bytes that nothing can vouch for, neither an ETag nor a hash at the end, are not built upon. */
export function planRange(held: Held, source: string, hashKnown: boolean): RangePlan {
  const { bytes, note } = held
  if (bytes === 0 || !note) return wholeFile
  if (note.totalBytes !== null && bytes > note.totalBytes) return wholeFile
  const sameSource = note.source === source
  if (sameSource && note.etag !== null) return { from: bytes, ifRange: note.etag }
  return hashKnown ? { from: bytes, ifRange: null } : wholeFile
}

/** Everything of the file is here, so that only its hash is left to check. */
export function isComplete({ bytes, note }: Held): boolean {
  return note !== null && note.totalBytes !== null && bytes === note.totalBytes
}

export interface ReplyHead {
  readonly status: number
  readonly headers: Readonly<Record<string, string | undefined>>
}

export type Reading =
  /** The body belongs at byte `at` of the partial file; what lies behind `at` is thrown away. */
  | {
      readonly step: 'write'
      readonly at: number
      readonly totalBytes: number | null
      readonly etag: string | null
    }
  /** What is here does not fit this server's file: throw it away and ask for the whole file. */
  | { readonly step: 'restart' }
  /** May pass by itself. */
  | { readonly step: 'again'; readonly reason: string; readonly retryAfter: string | null }
  /** This source cannot help. */
  | { readonly step: 'elsewhere'; readonly why: 'refused' | 'gone' | 'unusable' }

export function readReply(plan: RangePlan, held: Held, reply: ReplyHead): Reading {
  const { status, headers } = reply
  if (status === 200 || status === 206) {
    const encoding = headers['content-encoding']
    if (encoding && encoding !== 'identity') return { step: 'elsewhere', why: 'unusable' }
    return status === 200 ? readWhole(headers) : readPart(plan, held, headers)
  }
  if (status === 416 && plan.from > 0) return { step: 'restart' }
  if (status === 401 || status === 403) return { step: 'elsewhere', why: 'refused' }
  if (status === 404 || status === 410) return { step: 'elsewhere', why: 'gone' }
  if (status === 408 || status === 429 || status >= 500) {
    const retryAfter = headers['retry-after'] ?? null
    return { step: 'again', reason: `it answers with error ${status}`, retryAfter }
  }
  return { step: 'elsewhere', why: 'unusable' }
}

function readWhole(headers: ReplyHead['headers']): Reading {
  const totalBytes = wholeNumber(headers['content-length'])
  return { step: 'write', at: 0, totalBytes, etag: strongEtag(headers['etag']) }
}

function readPart(plan: RangePlan, held: Held, headers: ReplyHead['headers']): Reading {
  if (plan.from === 0) return { step: 'elsewhere', why: 'unusable' }
  const range = parseContentRange(headers['content-range'])
  const etag = strongEtag(headers['etag'])
  const known = held.note?.totalBytes ?? null
  const fits =
    range !== null &&
    range.from === plan.from &&
    (known === null || range.totalBytes === null || range.totalBytes === known) &&
    (plan.ifRange === null || etag === null || etag === plan.ifRange)
  if (!fits) return { step: 'restart' }
  return { step: 'write', at: plan.from, totalBytes: range.totalBytes ?? known, etag }
}

/** `bytes 5-9/10`, or `bytes 5-9/*` where the server does not know the end. */
export function parseContentRange(
  value: string | undefined,
): { readonly from: number; readonly totalBytes: number | null } | null {
  const match = /^bytes (\d+)-(\d+)\/(\d+|\*)$/.exec(value ?? '')
  if (!match) return null
  const [from, last] = [Number(match[1]), Number(match[2])]
  const totalBytes = match[3] === '*' ? null : Number(match[3])
  if (last < from || (totalBytes !== null && last >= totalBytes)) return null
  return { from, totalBytes }
}

/** A weak ETag names content that is alike, not the same bytes. */
function strongEtag(value: string | undefined): string | null {
  return value !== undefined && /^"[^"]*"$/.test(value) ? value : null
}

function wholeNumber(value: string | undefined): number | null {
  return value !== undefined && /^\d+$/.test(value) ? Number(value) : null
}
