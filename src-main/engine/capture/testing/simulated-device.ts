/** A device whose clock is a little wrong and whose moments jitter, for tests of what lies on the steady clock. */

export interface SimulatedDevice {
  readonly sampleRate: number
  /** How much faster its clock runs than the steady one, in parts per million. */
  readonly ppm: number
  /** Moments are wrong by up to this much, evenly. */
  readonly jitterMs: number
  /** What is in the air at a moment of the steady clock. */
  readonly sound: (steadyMs: number) => number
  readonly random: () => number
}

export interface SimulatedChunk {
  readonly samples: Float32Array
  readonly deviceMs: number
}

/** What it hears between two moments, in chunks of 10 ms. */
export function* hear(
  device: SimulatedDevice,
  fromMs: number,
  untilMs: number,
): Generator<SimulatedChunk> {
  const { sampleRate, ppm, jitterMs, sound, random } = device
  const frameMs = 1000 / sampleRate / (1 + ppm * 1e-6)
  const length = Math.round(sampleRate / 100)
  const frames = Math.round((untilMs - fromMs) / frameMs)
  for (let first = 0; first < frames; first += length) {
    const startMs = fromMs + first * frameMs
    const samples = Float32Array.from({ length: Math.min(length, frames - first) }, (_, i) =>
      sound(startMs + i * frameMs),
    )
    yield { samples, deviceMs: startMs + (random() * 2 - 1) * jitterMs }
  }
}

/** Numbers from 0 to 1 that are the same in every run. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
