/** A complex signal as two arrays of the same length, a power of two. */
export interface Complex {
  readonly re: Float64Array
  readonly im: Float64Array
}

/** A Fourier transform of one length; the same one goes both ways, unscaled. */
export interface Fourier {
  readonly length: number
  forward(signal: Complex): void
  inverse(signal: Complex): void
}

/** Prepares the tables of a transform whose length is a power of two. It works in place. */
export function fourier(length: number): Fourier {
  const half = length / 2
  const cos = Float64Array.from({ length: half }, (_, i) => Math.cos((2 * Math.PI * i) / length))
  const sin = Float64Array.from({ length: half }, (_, i) => Math.sin((2 * Math.PI * i) / length))
  const mirrored = mirroredBits(length)

  function forward({ re, im }: Complex): void {
    swap(re, mirrored)
    swap(im, mirrored)
    for (let size = 2; size <= length; size *= 2) {
      const step = length / size
      for (let from = 0; from < length; from += size) {
        for (let i = 0; i < size / 2; i++) {
          const a = from + i
          const b = a + size / 2
          const c = cos[i * step]!
          const s = sin[i * step]!
          const real = re[b]! * c + im[b]! * s
          const imaginary = im[b]! * c - re[b]! * s
          re[b] = re[a]! - real
          im[b] = im[a]! - imaginary
          re[a] = re[a]! + real
          im[a] = im[a]! + imaginary
        }
      }
    }
  }

  return {
    length,
    forward,
    // With the two parts exchanged, the forward transform runs backwards.
    inverse: ({ re, im }) => forward({ re: im, im: re }),
  }
}

function mirroredBits(length: number): Uint32Array {
  const mirrored = new Uint32Array(length)
  for (let i = 1; i < length; i++)
    mirrored[i] = (mirrored[i >> 1]! >> 1) | (i & 1 ? length >> 1 : 0)
  return mirrored
}

function swap(values: Float64Array, places: Uint32Array): void {
  for (let i = 0; i < values.length; i++) {
    const j = places[i]!
    if (j <= i) continue
    const kept = values[i]!
    values[i] = values[j]!
    values[j] = kept
  }
}
