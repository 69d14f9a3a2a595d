/** A complex signal: two arrays of one length. */
export interface Complex {
  readonly re: Float64Array
  readonly im: Float64Array
}

/** A Fourier transform of one length, a power of two. It works in place and scales nothing. */
export interface Fourier {
  readonly length: number
  forward(signal: Complex): void
  inverse(signal: Complex): void
}

export function fourier(length: number): Fourier {
  const turn = (i: number): number => (2 * Math.PI * i) / length
  const cos = Float64Array.from({ length: length / 2 }, (_, i) => Math.cos(turn(i)))
  const sin = Float64Array.from({ length: length / 2 }, (_, i) => Math.sin(turn(i)))
  const places = mirroredPlaces(length)

  function forward({ re, im }: Complex): void {
    exchange(re, places)
    exchange(im, places)
    for (let half = 1; half < length; half *= 2) {
      const step = length / half / 2
      for (let from = 0; from < length; from += half * 2) {
        for (let i = 0; i < half; i++) {
          const a = from + i
          const b = a + half
          const c = cos[i * step] ?? 0
          const s = sin[i * step] ?? 0
          const bRe = re[b] ?? 0
          const bIm = im[b] ?? 0
          const turnedRe = bRe * c + bIm * s
          const turnedIm = bIm * c - bRe * s
          const aRe = re[a] ?? 0
          const aIm = im[a] ?? 0
          re[b] = aRe - turnedRe
          im[b] = aIm - turnedIm
          re[a] = aRe + turnedRe
          im[a] = aIm + turnedIm
        }
      }
    }
  }

  return {
    length,
    forward,
    // With its two parts exchanged, the transform runs backwards.
    inverse: ({ re, im }) => forward({ re: im, im: re }),
  }
}

/** Where each value goes when the bits of its place are read backwards. */
function mirroredPlaces(length: number): Uint32Array {
  const places = new Uint32Array(length)
  for (let i = 1; i < length; i++)
    places[i] = ((places[i >> 1] ?? 0) >> 1) | (i & 1 ? length >> 1 : 0)
  return places
}

function exchange(values: Float64Array, places: Uint32Array): void {
  for (let i = 0; i < values.length; i++) {
    const j = places[i] ?? 0
    if (j <= i) continue
    const value = values[i] ?? 0
    values[i] = values[j] ?? 0
    values[j] = value
  }
}
