/** Reads plain WAV files by ourselves: they start in a few milliseconds, without loading any codec. */
import { type FileHandle, open } from 'node:fs/promises'
import type { Decoder, DecoderEvent } from './decoder.ts'
import { decodePcm } from './pcm.ts'
import { readWavLayout, type WavLayout } from './wav-layout.ts'

/** A block is a second of sound at most: what is done with it must not keep the engine from its other work. */
const MOST_BLOCK_BYTES = 256 * 1024

/** Opens a WAV file with plain samples; null when the file is of another kind. */
export async function openWav(path: string): Promise<Decoder | null> {
  const file = await open(path, 'r')
  const { size } = await file.stat()
  const layout = await readWavLayout((position, length) => readAt(file, position, length), size)
  if (!layout) {
    await file.close()
    return null
  }
  const frameBytes = layout.bytesPerSample * layout.channels
  return {
    kind: 'wav',
    channels: layout.channels,
    sampleRate: layout.sampleRate,
    totalSeconds: (layout.to - layout.from) / frameBytes / layout.sampleRate,
    events: () => blocks(file, layout),
    [Symbol.asyncDispose]: () => file.close(),
  }
}

async function* blocks(file: FileHandle, layout: WavLayout): AsyncGenerator<DecoderEvent> {
  const { sampleRate, from, to, missingFrames } = layout
  const frameBytes = layout.bytesPerSample * layout.channels
  const frames = Math.min(sampleRate, Math.floor(MOST_BLOCK_BYTES / frameBytes))
  const step = Math.max(1, frames) * frameBytes
  for (let at = from; at < to;) {
    const bytes = await readAt(file, at, Math.min(step, to - at))
    const whole = Math.floor(bytes.length / frameBytes) * frameBytes
    // The file became shorter while it was being read.
    if (whole === 0) return yield { type: 'cut_short', missingSeconds: null }
    const channels = decodePcm(bytes.subarray(0, whole), layout)
    const atSeconds = (at - from) / frameBytes / sampleRate
    yield { type: 'block', block: { atSeconds, sampleRate, channels } }
    at += whole
  }
  if (missingFrames > 0) yield { type: 'cut_short', missingSeconds: missingFrames / sampleRate }
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length)
  let done = 0
  while (done < length) {
    const { bytesRead } = await file.read(bytes, done, length - done, position + done)
    if (bytesRead === 0) break
    done += bytesRead
  }
  return bytes.subarray(0, done)
}
