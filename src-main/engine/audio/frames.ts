/**
 * Samples and how they change shape. Inside the engine sound is mono at 16 kHz and time is a sample
 * position; on disk a sample is a signed 16-bit integer, in the machine's (little-endian) byte order.
 */

/** Samples per second of every track. */
export const SAMPLE_RATE = 16_000

/** The time at which a sample position lies, in whole milliseconds. */
export function toMs(samples: number): number {
  return Math.round((samples * 1000) / SAMPLE_RATE)
}

/** The sample position that lies at a time. */
export function toSamples(ms: number): number {
  return Math.round((ms * SAMPLE_RATE) / 1000)
}

/** Loudness beyond full scale is clipped; what is not a number becomes silence. No dither: speech needs none. */
export function toInt16(samples: Float32Array): Int16Array {
  const result = new Int16Array(samples.length)
  for (let i = 0; i < samples.length; i++) {
    const scaled = Math.round((samples[i] ?? 0) * 32_768)
    result[i] = scaled > 32_767 ? 32_767 : scaled < -32_768 ? -32_768 : scaled
  }
  return result
}

/** The inverse of `toInt16`: exact for every 16-bit value. */
export function toFloat32(samples: Int16Array): Float32Array {
  const result = new Float32Array(samples.length)
  for (let i = 0; i < samples.length; i++) result[i] = (samples[i] ?? 0) / 32_768
  return result
}

/** The average of all channels, so that a voice in one of them neither vanishes nor clips. */
export function toMono(channels: readonly Float32Array[]): Float32Array {
  const [first = new Float32Array(0), second] = channels
  if (!second) return first
  const mono = new Float32Array(first.length)
  const share = 1 / channels.length
  for (const channel of channels) {
    for (let i = 0; i < mono.length; i++) mono[i] = (mono[i] ?? 0) + (channel[i] ?? 0) * share
  }
  return mono
}
