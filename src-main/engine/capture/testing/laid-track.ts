/** A track that simulated devices are laid on, and what can be seen of it. */
import { openTimeline } from '../open-timeline.ts'
import type { Placed } from '../timeline.ts'
import { hear, seeded, type SimulatedDevice } from './simulated-device.ts'

/** When the track begins, on the steady clock. */
export const ORIGIN = 5000
export const PER_MS = 16

/** A click every second of the steady clock, 3 ms wide. */
function clicks(ms: number): number {
  const off = ((((ms - ORIGIN) % 1000) + 1500) % 1000) - 500
  return Math.abs(off) > 8 ? 0 : Math.exp(-((off / 1.5) ** 2))
}

/** A device that hears a click every second of the steady clock, if nothing else is said. */
export function device(parts: Partial<SimulatedDevice> = {}): SimulatedDevice {
  return { sampleRate: 48_000, ppm: 0, jitterMs: 0, sound: clicks, random: seeded(1), ...parts }
}

export function laidTrack() {
  const timeline = openTimeline(ORIGIN)
  const pieces: Placed[] = []
  const told = (more: readonly Placed[]) => void pieces.push(...more)
  return {
    timeline,
    told,
    /** Delivers what a device hears between two moments after the origin. */
    deliver(one: SimulatedDevice, fromMs: number, untilMs: number, discontinuity = false) {
      let flag = discontinuity
      for (const { samples, deviceMs } of hear(one, ORIGIN + fromMs, ORIGIN + untilMs)) {
        told(timeline.push(samples, deviceMs, flag))
        flag = false
      }
    },
    end() {
      told(timeline.finish())
      return pieces
    },
  }
}

export function lengthOf(piece: Placed): number {
  return piece.type === 'samples' ? piece.samples.length : piece.length
}

/** What is not samples: kind, place and length in ms. */
export function holesOf(pieces: readonly Placed[]) {
  let at = 0
  return pieces.flatMap((piece) => {
    const atMs = at / PER_MS
    at += lengthOf(piece)
    if (piece.type === 'samples') return []
    return [
      { kind: piece.type === 'gap' ? piece.cause : 'silence', atMs, ms: piece.length / PER_MS },
    ]
  })
}

export function samplesOf(pieces: readonly Placed[]): Float32Array {
  const all = new Float32Array(pieces.reduce((sum, piece) => sum + lengthOf(piece), 0))
  let at = 0
  for (const piece of pieces) {
    if (piece.type === 'samples') all.set(piece.samples, at)
    at += lengthOf(piece)
  }
  return all
}

export function sumOf(pieces: readonly Placed[]): number {
  return pieces.reduce((sum, piece) => sum + lengthOf(piece), 0)
}

/** Where the clicks lie against where they should, in ms. */
export function clickErrors(samples: Float32Array, fromMs: number, untilMs: number): number[] {
  const errors: number[] = []
  for (let second = Math.ceil(fromMs / 1000); second * 1000 < untilMs - 200; second++) {
    const around = samples.subarray((second * 1000 - 200) * PER_MS, (second * 1000 + 200) * PER_MS)
    let weight = 0
    let sum = 0
    for (const [i, sample] of around.entries()) {
      const power = sample > 0.05 ? sample * sample : 0
      weight += power
      sum += power * i
    }
    if (weight > 0) errors.push(sum / weight / PER_MS - 200)
  }
  return errors
}
