/**
 * Makes MP3 of our samples through FFmpeg's libraries (node-av). Every frame has the same size and stands alone: the
 * file needs no index, may be joined from pieces, and a player finds the byte of a time by dividing.
 */
import {
  AV_CHANNEL_LAYOUT_MONO,
  AV_SAMPLE_FMT_S16P,
  FF_ENCODER_LIBMP3LAME,
} from 'node-av/constants'
import { Codec, CodecContext, Frame, Packet, Rational } from 'node-av/lib'
import { SAMPLE_RATE } from './frames.ts'

const bitsPerSecond = 32_000
/** The codec begins with so much of nothing, in samples: what its encoder looks ahead, and its decoder behind. */
const leadSamples = 576 + 529

export const mp3BytesPerSecond = bitsPerSecond / 8

export interface SoundEncoder extends Disposable {
  readonly mediaType: string
  /** A place of the recording lies so much later in the file. */
  readonly leadMs: number
  /** What became of these samples and of those before them, as far as it is ready. */
  encode(samples: Int16Array): Uint8Array
  /** The rest. */
  end(): Uint8Array
}

/** Null where this machine's library cannot do it. */
export function mp3Encoder(): SoundEncoder | null {
  const codec = Codec.findEncoderByName(FF_ENCODER_LIBMP3LAME)
  if (!codec) return null
  const context = new CodecContext()
  context.allocContext3(codec)
  context.bitRate = BigInt(bitsPerSecond)
  context.sampleRate = SAMPLE_RATE
  context.sampleFormat = AV_SAMPLE_FMT_S16P
  context.channelLayout = AV_CHANNEL_LAYOUT_MONO
  context.timeBase = new Rational(1, SAMPLE_RATE)
  context.threadCount = 1
  // Without the reservoir no frame needs the one before it, so that a jump is heard from its first frame on.
  context.setOption('reservoir', '0')
  context.setOption('compression_level', '7')
  if (context.open2Sync(codec, null) < 0) {
    context.freeContext()
    return null
  }
  return encoderOf(context)
}

function encoderOf(context: CodecContext): SoundEncoder {
  const size = context.frameSize
  const packet = new Packet()
  packet.alloc()
  let waiting = new Int16Array(0)
  let at = 0n

  function send(samples: Int16Array): void {
    const frame = new Frame()
    frame.alloc()
    frame.nbSamples = samples.length
    frame.format = AV_SAMPLE_FMT_S16P
    frame.sampleRate = SAMPLE_RATE
    frame.channelLayout = AV_CHANNEL_LAYOUT_MONO
    frame.pts = at
    at += BigInt(samples.length)
    frame.allocBuffer()
    frame.fromBuffer(Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength))
    context.sendFrameSync(frame)
    frame.free()
  }

  function received(): Uint8Array[] {
    const parts: Uint8Array[] = []
    while (context.receivePacketSync(packet) >= 0) {
      if (packet.data) parts.push(Uint8Array.from(packet.data))
      packet.unref()
    }
    return parts
  }

  return {
    mediaType: 'audio/mpeg',
    leadMs: (leadSamples * 1000) / SAMPLE_RATE,
    encode(samples) {
      const all = new Int16Array(waiting.length + samples.length)
      all.set(waiting)
      all.set(samples, waiting.length)
      const whole = all.length - (all.length % size)
      const parts: Uint8Array[] = []
      for (let from = 0; from < whole; from += size) {
        send(all.subarray(from, from + size))
        parts.push(...received())
      }
      waiting = all.slice(whole)
      return Buffer.concat(parts)
    },
    end() {
      if (waiting.length > 0) send(waiting)
      waiting = new Int16Array(0)
      context.sendFrameSync(null)
      return Buffer.concat(received())
    },
    [Symbol.dispose]() {
      packet.free()
      context.freeContext()
    },
  }
}
