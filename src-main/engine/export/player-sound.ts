/** The recording of a meeting as it stands in a player file: all tracks heard together, coded, in base 64. */
import { createHash } from 'node:crypto'
import { setImmediate as others } from 'node:timers/promises'
import { AppError } from '#contract/errors.ts'
import { SAMPLE_RATE } from '../audio/frames.ts'
import { mixTracks } from '../audio/mix-tracks.ts'
import type { RecordedSound } from '../audio/recording.ts'
import { wavHeader } from '../audio/wav-header.ts'
import type { Watching } from './document-thread.ts'

/** What makes a file of samples; the sound of a WAV is the samples themselves. */
export interface SoundCoder extends Disposable {
  readonly mediaType: string
  readonly leadMs: number
  encode(samples: Int16Array): Uint8Array
  end(): Uint8Array
}

export interface PlayerSound {
  readonly mediaType: string
  readonly leadMs: number
  /** Together they are the whole file. */
  readonly pieces: readonly string[]
  /** Of the pieces one after the other. */
  readonly sha256: string
}

/** Read from the disk at once, in samples. */
const stretch = 10 * SAMPLE_RATE
/** Coded before others may work. */
const slice = SAMPLE_RATE
/** Of one piece; three bytes are four letters, so pieces join without a seam. */
const pieceBytes = 3 * 256 * 1024
/** Beyond it the text of the file would be longer than a program can hold. */
const mostBytes = 300 * 1024 * 1024

/** For a machine that cannot code sound: larger, and the same to hear. */
export function wavCoder(samples: number): SoundCoder {
  let begun = false
  return {
    mediaType: 'audio/wav',
    leadMs: 0,
    encode(heard) {
      const bytes = new Uint8Array(heard.buffer, heard.byteOffset, heard.byteLength)
      if (begun) return bytes
      begun = true
      return Buffer.concat([wavHeader(samples), bytes])
    },
    end: () => new Uint8Array(0),
    [Symbol.dispose]() {},
  }
}

/** Reads the whole recording once; fails where nobody wants it any more. */
export async function playerSound(
  sound: RecordedSound,
  coder: SoundCoder,
  { signal, progressed }: Watching,
): Promise<PlayerSound> {
  const length = longest(sound)
  const hash = createHash('sha256')
  const pieces: string[] = []
  let waiting: Uint8Array[] = []
  let waitingBytes = 0
  let bytes = 0

  const cut = (isEnd: boolean): void => {
    if (!isEnd && waitingBytes < pieceBytes) return
    const all = Buffer.concat(waiting)
    const whole = isEnd ? all.length : all.length - (all.length % pieceBytes)
    const piece = all.subarray(0, whole).toString('base64')
    if (piece !== '') pieces.push(piece)
    hash.update(piece)
    waiting = [all.subarray(whole)]
    waitingBytes = all.length - whole
  }
  const keep = (part: Uint8Array): void => {
    waiting.push(part)
    waitingBytes += part.length
    bytes += part.length
    if (bytes > mostBytes) throw tooLarge()
    cut(false)
  }

  for (let from = 0; from < length; from += stretch) {
    const reads = sound.tracks.map((track) => sound.read(track, from, from + stretch))
    const mixed = mixTracks(await Promise.all(reads))
    for (let at = 0; at < mixed.length; at += slice) {
      signal.throwIfAborted()
      keep(coder.encode(mixed.subarray(at, at + slice)))
      await others()
    }
    progressed(Math.min(1, (from + stretch) / length))
  }
  keep(coder.end())
  cut(true)
  return { mediaType: coder.mediaType, leadMs: coder.leadMs, pieces, sha256: hash.digest('hex') }
}

/** Of its tracks, in samples. */
export function longest(sound: RecordedSound): number {
  return Math.max(0, ...sound.tracks.map((track) => sound.length(track)))
}

function tooLarge(): AppError {
  return new AppError(
    'invalid_input',
    'With its sound this meeting is too large for one file. The meeting is kept. Export it without sound.',
  )
}
