/**
 * A meeting's sound as one WAV file that is never made: where each byte of it lies follows from its length, so a
 * player may ask for any stretch, which is then put together piece by piece from what the engine plays of a place.
 */
import type { EngineApi } from '#contract/commands.ts'
import type { MeetingId } from '#contract/ids.ts'
import { longestClipMs } from '#contract/meeting.ts'
import type { TrackName } from '#contract/transcript.ts'
import { type ByteRange, byteRange } from './byte-range.ts'

type Clip = EngineApi['meeting.clip']

export interface SoundWish {
  readonly meetingId: MeetingId
  /** Null: all tracks heard together. */
  readonly track: TrackName | null
  /** The `Range` header, or null. */
  readonly range: string | null
}

export interface SoundAnswer {
  readonly status: 200 | 206 | 416
  readonly headers: Readonly<Record<string, string>>
  readonly body: AsyncIterable<Uint8Array<ArrayBuffer>>
}

/** The header of a WAV file of ours, and what a millisecond of its sound takes. */
const headerBytes = 44
const bytesPerMs = 32
/** The first piece is short, so that it sounds at once. */
const firstPieceMs = 1000

/** Answers a wish for the file, or a stretch of it. Fails as `meeting.clip` does. */
export async function soundFile(clip: Clip, wish: SoundWish): Promise<SoundAnswer> {
  const { meetingId, track } = wish
  const moment = await clip({ meetingId, track, fromMs: 0, toMs: 1 })
  const total = headerBytes + moment.wholeMs * bytesPerMs
  const asked = byteRange(wish.range, total)
  const headers = {
    'content-type': moment.mediaType,
    'accept-ranges': 'bytes',
    // A meeting that is being recorded is longer the next time.
    'cache-control': 'no-store',
  }
  if (asked === 'unsatisfiable')
    return {
      status: 416,
      headers: { ...headers, 'content-range': `bytes */${total}` },
      body: none(),
    }
  const { from, to } = asked ?? { from: 0, to: total }
  const body = bytesOf({ from, to }, headerOf(bytesIn(moment), total), (fromMs, toMs) =>
    clip({ meetingId, track, fromMs, toMs }),
  )
  const length = { 'content-length': `${to - from}` }
  if (asked === null) return { status: 200, headers: { ...headers, ...length }, body }
  const range = { 'content-range': `bytes ${from}-${to - 1}/${total}` }
  return { status: 206, headers: { ...headers, ...length, ...range }, body }
}

/** What is asked for comes as it is taken: no piece is read before the one before it is gone. */
async function* bytesOf(
  { from, to }: ByteRange,
  header: Uint8Array<ArrayBuffer>,
  hear: (fromMs: number, toMs: number) => ReturnType<Clip>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  if (from < headerBytes) yield header.slice(from, Math.min(to, headerBytes))
  let at = Math.max(from, headerBytes) - headerBytes
  const end = to - headerBytes
  for (let pieceMs = firstPieceMs; at < end; pieceMs = Math.min(pieceMs * 2, longestClipMs)) {
    const fromMs = Math.floor(at / bytesPerMs)
    const toMs = Math.min(fromMs + pieceMs, Math.ceil(end / bytesPerMs))
    const sound = bytesIn(await hear(fromMs, toMs)).subarray(headerBytes)
    const piece = sound.slice(at - fromMs * bytesPerMs, end - fromMs * bytesPerMs)
    if (piece.length === 0) throw new Error('A recording became shorter while it was heard.')
    at += piece.length
    yield piece
  }
}

/** That of a moment, with the sizes of the whole. */
function headerOf(moment: Uint8Array<ArrayBuffer>, total: number): Uint8Array<ArrayBuffer> {
  const header = moment.slice(0, headerBytes)
  const sizes = new DataView(header.buffer)
  sizes.setUint32(4, total - 8, true)
  sizes.setUint32(headerBytes - 4, total - headerBytes, true)
  return header
}

function bytesIn({ base64 }: { readonly base64: string }): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(base64, 'base64'))
}

async function* none(): AsyncGenerator<Uint8Array<ArrayBuffer>> {}
