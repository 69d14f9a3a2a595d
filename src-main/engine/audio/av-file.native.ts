/**
 * Reads every sound and video file that is not a plain WAV, through FFmpeg's libraries (node-av).
 * The library is large: this file is only loaded for such a file. Only local files of the kinds named
 * here are opened, so a playlist in disguise can make nothing be fetched.
 */
import { resolve } from 'node:path'
import {
  AV_LOG_QUIET,
  AV_NOPTS_VALUE,
  AVDISCARD_ALL,
  AVERROR_EOF,
  AVMEDIA_TYPE_AUDIO,
} from 'node-av/constants'
import {
  Codec,
  CodecContext,
  Dictionary,
  FormatContext,
  Frame,
  Log,
  Packet,
  type Stream,
} from 'node-av/lib'
import { AppError } from '#contract/errors.ts'
import { channelsOf } from './av-frame.native.ts'
import { endOf, followsOn, joinBlocks } from './blocks.ts'
import type { DecodedBlock, Decoder, DecoderEvent } from './decoder.ts'
import { mp3SaysItsLength } from './mp3-length.node.ts'

/** FFmpeg's names of the file kinds that are read. */
const KINDS = [
  'wav,w64,aiff,caf,au,mov,matroska,avi,asf,mpegts,mpeg,flv,ogg,flac,mp3,aac,ac3,eac3,dts,amr',
  'ape,tta,wv,mpc,mpc8,dsf,tak,mxf,rm,gxf,wtv,voc,ircam,sph,nistsphere,adx,loas',
].join(',')

/** These say nothing of their length: FFmpeg guesses it from the first packets. */
const GUESSED_LENGTH = ['aac', 'ac3', 'eac3', 'dts', 'amr', 'loas']
/** What a file may fall short of its own word before it counts as cut. */
const SHORT_SECONDS = 0.25
const JOIN_SECONDS = 1

Log.setLevel(AV_LOG_QUIET)

/** Opens a file of any known kind; null when it is of none. Fails in words when there is no sound in it to decode. */
export async function openAvFile(path: string, name: string): Promise<Decoder | null> {
  const format = new FormatContext()
  const options = Dictionary.fromObject({ protocol_whitelist: 'file', format_whitelist: KINDS })
  if ((await format.openInput(`file:${resolve(path)}`, null, options)) < 0) return null
  const context = new CodecContext()
  const close = async (): Promise<void> => {
    context.freeContext()
    await format.closeInput()
  }
  try {
    const stream = await audioStream(format, name)
    await openCodec(context, stream, name)
    return await decoderOf(path, { format, context, stream }, close)
  } catch (error) {
    await close()
    throw error
  }
}

interface Opened {
  readonly format: FormatContext
  readonly context: CodecContext
  readonly stream: Stream
}

async function audioStream(format: FormatContext, name: string): Promise<Stream> {
  await format.findStreamInfo()
  const index = format.findBestStream(AVMEDIA_TYPE_AUDIO)
  const stream = format.streams.find((one) => one.index === index)
  if (!stream) throw new AppError('audio_empty', `There is no sound in “${name}”.`)
  // Pictures are not even read.
  for (const other of format.streams) if (other.index !== index) other.discard = AVDISCARD_ALL
  return stream
}

async function openCodec(context: CodecContext, stream: Stream, name: string): Promise<void> {
  const codec = Codec.findDecoder(stream.codecpar.codecId)
  context.allocContext3(codec)
  context.parametersToContext(stream.codecpar)
  context.pktTimebase = stream.timeBase
  context.threadCount = 1
  if (codec && (await context.open2(codec, null)) >= 0) return
  throw new AppError(
    'audio_unsupported',
    `The sound in “${name}” is coded in a way that cannot be read here. Convert the file to WAV or MP3.`,
  )
}

async function decoderOf(
  path: string,
  opened: Opened,
  close: () => Promise<void>,
): Promise<Decoder> {
  const { format, stream } = opened
  const kind = format.iformat?.name?.split(',')[0] ?? 'unknown'
  const guessed = kind === 'mp3' ? !(await mp3SaysItsLength(path)) : GUESSED_LENGTH.includes(kind)
  const totalSeconds = guessed ? null : lengthOf(format, stream)
  const decoded = decode(opened)
  return {
    kind,
    channels: stream.codecpar.channels,
    sampleRate: stream.codecpar.sampleRate,
    totalSeconds,
    events: () => inLargeBlocks(decoded, totalSeconds),
    async [Symbol.asyncDispose]() {
      // A packet may be on its way in another thread: nothing may be freed under it.
      await decoded.return()
      await close()
    },
  }
}

/** How long the sound itself is; null where the file does not tell. */
function lengthOf(format: FormatContext, stream: Stream): number | null {
  const { num, den } = stream.timeBase
  if (stream.duration > 0n) return (Number(stream.duration) * num) / den
  const ofFile = format.duration > 0n ? Number(format.duration) / 1e6 : null
  // A file is as long as the longest of its streams, which need not be the sound.
  if (format.streams.length === 1) return ofFile
  const ofSound = taggedSeconds(stream.metadata?.get('DURATION') ?? '')
  // A tag that outlasts the file was left over from a longer one.
  return ofSound !== null && ofSound <= (ofFile ?? Infinity) ? ofSound : null
}

/** Matroska tells the length of a stream in a tag, such as `00:01:02.339000000`. */
function taggedSeconds(tag: string): number | null {
  const [, hours, minutes, seconds] = /^(\d+):(\d\d):(\d\d(?:\.\d+)?)$/.exec(tag) ?? []
  const total = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
  return total > 0 ? total : null
}

/** Joins what follows on each other, and compares what was heard with what the file had promised. */
async function* inLargeBlocks(
  decoded: AsyncIterable<DecodedBlock | 'unreadable'>,
  total: number | null,
): AsyncGenerator<DecoderEvent> {
  let run: DecodedBlock[] = []
  let end = 0
  let unreadable = false
  for await (const next of decoded) {
    if (next === 'unreadable') {
      unreadable = true
      continue
    }
    const [first] = run
    if (first && (next.atSeconds - first.atSeconds >= JOIN_SECONDS || !followsOn(run, next))) {
      yield { type: 'block', block: joinBlocks(run) }
      run = []
    }
    run.push(next)
    end = endOf(next)
  }
  if (run.length > 0) yield { type: 'block', block: joinBlocks(run) }
  const missing = total === null ? 0 : total - end
  if (missing > SHORT_SECONDS) yield { type: 'cut_short', missingSeconds: missing }
  else if (unreadable) yield { type: 'cut_short', missingSeconds: null }
}

/** Decodes packet by packet. Damaged packets are passed over: the hole they leave shows in the times. */
async function* decode(opened: Opened): AsyncGenerator<DecodedBlock | 'unreadable', void> {
  const { format, context, stream } = opened
  const packet = new Packet()
  const frame = new Frame()
  packet.alloc()
  frame.alloc()
  const received = frameReader(opened, frame)
  try {
    let result = await format.readFrame(packet)
    for (; result >= 0; result = await format.readFrame(packet)) {
      if (packet.streamIndex === stream.index) {
        context.sendPacketSync(packet)
        yield* received()
      }
      packet.unref()
    }
    context.sendPacketSync(null)
    yield* received()
    if (result !== AVERROR_EOF) yield 'unreadable'
  } finally {
    packet.free()
    frame.free()
  }
}

/** Gives, each time it is called, the blocks that the codec has ready. */
function frameReader({ format, context, stream }: Opened, frame: Frame) {
  const { num, den } = stream.timeBase
  const origin = format.startTime === AV_NOPTS_VALUE ? 0 : Number(format.startTime) / 1e6
  let end = 0
  return function* (): Generator<DecodedBlock> {
    while (context.receiveFrameSync(frame) >= 0) {
      const atSeconds =
        frame.pts === AV_NOPTS_VALUE ? end : (Number(frame.pts) * num) / den - origin
      const block = { atSeconds, sampleRate: frame.sampleRate, channels: channelsOf(frame) }
      end = endOf(block)
      yield block
    }
  }
}
