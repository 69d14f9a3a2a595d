/** Collecting what a stream delivers, for tests and measurements. */
import type { CaptureStream, Delivery } from '../stream.ts'

export interface Heard {
  readonly samples: Float32Array
  /** When each chunk was heard, and how long it is. */
  readonly chunks: readonly { readonly deviceMs: number; readonly length: number }[]
  readonly discontinuities: number
  /** In samples. */
  readonly overrun: number
}

/** Listens until there is so much sound that is not silence. */
export async function listen(stream: CaptureStream, seconds: number): Promise<Heard> {
  const wanted = seconds * stream.sampleRate
  const parts: Float32Array[] = []
  const chunks: { deviceMs: number; length: number }[] = []
  let [length, discontinuities, overrun] = [0, 0, 0]
  for await (const delivery of stream.deliveries) {
    if (delivery.type === 'ended') throw new Error(`the stream ended: ${delivery.reason}`)
    if (delivery.type === 'overrun') {
      overrun += delivery.length
      continue
    }
    const { samples, deviceMs, discontinuity } = delivery
    if (discontinuity) discontinuities++
    parts.push(samples)
    chunks.push({ deviceMs, length: samples.length })
    if (length > 0 || isSound(samples)) length += samples.length
    if (length >= wanted) break
  }
  return { samples: joined(parts), chunks, discontinuities, overrun }
}

/** The first delivery that fits; null if the stream is over before. */
export async function first(
  stream: CaptureStream,
  fits: (delivery: Delivery) => boolean,
): Promise<Delivery | null> {
  for await (const delivery of stream.deliveries) if (fits(delivery)) return delivery
  return null
}

export function isSound(samples: Float32Array): boolean {
  return samples.some((sample) => Math.abs(sample) > 0.01)
}

function joined(parts: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
