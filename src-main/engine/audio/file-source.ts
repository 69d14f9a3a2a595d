/** A file as a source: any sound or video file, at real pace or as fast as it is pulled. */
import { basename } from 'node:path'
import { AppError } from '#contract/errors.ts'
import type { TrackName } from '#contract/transcript.ts'
import { cutBlock } from './blocks.ts'
import type { Decoder, DecoderEvent } from './decoder.ts'
import { toSamples } from './frames.ts'
import { openDecoder } from './open-decoder.node.ts'
import { realPace, systemTimer, type Timer } from './pace.ts'
import { placeBlocks } from './place-blocks.ts'
import type { Source, SourceEvent } from './source.ts'

export interface FileSourceOptions {
  readonly pace: 'real' | 'fast'
  /** `split`: the first of two channels is `me`, the second is `them`. */
  readonly channels: 'mix' | 'split'
  readonly timer?: Timer
}

/** At real pace sound comes in pieces of this length, as from a device. */
const PIECE_SECONDS = 0.02

/** Opens a sound or video file; fails with a sentence for people when it cannot be listened to. */
export async function openFileSource(path: string, options: FileSourceOptions): Promise<Source> {
  const name = basename(path)
  const decoder = await openDecoder(path)
  const { totalSeconds } = decoder
  const stopping = new AbortController()
  const close = async (): Promise<void> => {
    stopping.abort()
    await decoder[Symbol.asyncDispose]()
  }
  try {
    const tracks = tracksOf(decoder, options.channels, name)
    const heard =
      options.pace === 'fast'
        ? decoder.events()
        : atRealPace(decoder.events(), options.timer ?? systemTimer, stopping.signal)
    return {
      tracks,
      totalMs: totalSeconds === null ? null : Math.round(totalSeconds * 1000),
      events: tell({ decoder, heard, tracks, name, signal: stopping.signal }),
      controls: null,
      stop: () => stopping.abort(),
      [Symbol.asyncDispose]: close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

function tracksOf(decoder: Decoder, channels: 'mix' | 'split', name: string): TrackName[] {
  if (channels === 'mix') return ['mix']
  if (decoder.channels === 2) return ['me', 'them']
  const has = decoder.channels === 1 ? 'only one channel' : `${decoder.channels} channels`
  throw new AppError(
    'invalid_input',
    `“${name}” has ${has}, and only two can be told apart as two voices. Import it without splitting.`,
  )
}

interface Told {
  readonly decoder: Decoder
  readonly heard: AsyncIterable<DecoderEvent>
  readonly tracks: readonly TrackName[]
  readonly name: string
  readonly signal: AbortSignal
}

async function* tell({ decoder, heard, tracks, name, signal }: Told): AsyncGenerator<SourceEvent> {
  const { kind, sampleRate, channels } = decoder
  const placer = placeBlocks(tracks)
  let samples = 0
  let missing: number | null | undefined
  for (const track of tracks) yield { type: 'format', track, name: kind, sampleRate, channels }

  for await (const event of heard) {
    if (signal.aborted) break
    if (event.type === 'cut_short') {
      missing = event.missingSeconds === null ? null : toSamples(event.missingSeconds * 1000)
      continue
    }
    samples += event.block.channels[0]?.length ?? 0
    yield* placer.push(event.block)
  }
  yield* placer.finish()
  if (missing !== undefined) {
    for (const track of tracks) yield { type: 'cut_short', track, missing }
  }
  if (samples === 0 && !signal.aborted) {
    throw new AppError('audio_empty', `“${name}” holds no sound that could be heard.`)
  }
}

/** Tells every block when someone speaking it now would have reached its end. */
async function* atRealPace(
  heard: AsyncIterable<DecoderEvent>,
  timer: Timer,
  signal: AbortSignal,
): AsyncGenerator<DecoderEvent> {
  const moment = realPace(timer)
  await moment(0, signal)
  for await (const event of heard) {
    if (event.type === 'cut_short') {
      yield event
      continue
    }
    for (const block of cutBlock(event.block, PIECE_SECONDS)) {
      const frames = block.channels[0]?.length ?? 0
      await moment((block.atSeconds + frames / block.sampleRate) * 1000, signal)
      if (signal.aborted) return
      yield { type: 'block', block }
    }
  }
}
