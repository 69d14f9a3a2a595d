/** Windowed-sinc low-pass filters. Frequencies are in cycles per input sample. */

export interface LowPass {
  /** Half of the filter's length, in input samples. */
  readonly reach: number
  /** The filter's weight for an input sample this far (in input samples) from the output's place. */
  weight(distance: number): number
}

/**
 * A Kaiser-windowed sinc that passes up to `pass`, and beyond `stop` lets through
 * `attenuationDb` less (Kaiser's own formulas for length and shape).
 */
export function lowPass(pass: number, stop: number, attenuationDb: number): LowPass {
  const reach = Math.ceil((attenuationDb - 7.95) / (2.285 * 2 * Math.PI * (stop - pass)) / 2)
  const beta = 0.1102 * (attenuationDb - 8.7)
  const cutoff = pass + stop
  const peak = besselI0(beta)
  return {
    reach,
    weight(distance) {
      const place = distance / reach
      if (place <= -1 || place >= 1) return 0
      const x = Math.PI * cutoff * distance
      const sinc = x === 0 ? 1 : Math.sin(x) / x
      return (cutoff * sinc * besselI0(beta * Math.sqrt(1 - place * place))) / peak
    },
  }
}

/** The modified Bessel function of the first kind, order zero, by its power series. */
function besselI0(x: number): number {
  let term = 1
  let sum = 1
  for (let k = 1; term > sum * 1e-17; k++) {
    term *= (x / (2 * k)) ** 2
    sum += term
  }
  return sum
}
