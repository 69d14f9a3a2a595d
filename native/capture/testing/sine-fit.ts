/** Is a captured tone whole? Cuts, gaps and doubled samples break the sine, which loudness alone would never show. */

/**
 * What to play. Sound that is missing for a whole number of periods leaves no trace in a tone: of this one a gap of
 * whole chunks is such a number only when it is a second long. PulseAudio's own tones know whole numbers only.
 */
export const tellingHertz = 447

const windowMs = 10

/** Of the tone's amplitude; 16 bit samples and a resampler stay far below. */
const allowedResidue = 0.02
const allowedAmplitudeError = 0.05
/** From one window to the next, in radians: about a sixth of a sample at 440 Hz and 48 kHz. */
const allowedPhaseError = 0.01

export interface Integrity {
  readonly windows: number
  readonly bad: number
}

interface Fit {
  readonly amplitude: number
  readonly phase: number
  /** Root mean square of what is not the tone. */
  readonly residue: number
}

/**
 * Judges each window of 10 ms: is it this tone, as loud as the others, and does it go on where the last one ended?
 * A track whose pace is steered to the true time may turn by so many parts per million more.
 */
export function fitSine(
  samples: Float32Array,
  sampleRate: number,
  hertz: number,
  steeredPpm = 0,
): Integrity {
  const length = Math.round((sampleRate * windowMs) / 1000)
  const radians = (2 * Math.PI * hertz) / sampleRate
  const fits: Fit[] = []
  for (let start = 0; start + length <= samples.length; start += length) {
    fits.push(fitWindow(samples.subarray(start, start + length), start, radians))
  }
  const steered = 2 * Math.PI * hertz * (windowMs / 1000) * (steeredPpm / 1e6)
  const turn = allowedPhaseError + steered
  const usual = median(fits.map((fit) => fit.amplitude))
  const bad = fits.filter((fit, i) => isBad(fit, fits[i - 1], usual, turn)).length
  return { windows: fits.length, bad }
}

/** Everything after the silence at the beginning, without the first moment of the tone. */
export function afterSilence(samples: Float32Array, sampleRate: number): Float32Array {
  const start = samples.findIndex((sample) => Math.abs(sample) > 0.01)
  return start === -1 ? new Float32Array() : samples.subarray(start + Math.round(sampleRate / 20))
}

function isBad(fit: Fit, before: Fit | undefined, usual: number, mostTurn: number): boolean {
  if (usual === 0 || Math.abs(fit.amplitude - usual) > usual * allowedAmplitudeError) return true
  if (fit.residue > usual * allowedResidue) return true
  if (before === undefined) return false
  const turn = Math.abs(fit.phase - before.phase)
  return Math.min(turn, 2 * Math.PI - turn) > mostTurn
}

/** Least squares; phases of all windows count from the first sample of the whole sound, so they are alike. */
function fitWindow(window: Float32Array, start: number, radians: number): Fit {
  let [ss, sc, cc, ys, yc] = [0, 0, 0, 0, 0]
  window.forEach((y, i) => {
    const sine = Math.sin(radians * (start + i))
    const cosine = Math.cos(radians * (start + i))
    ss += sine * sine
    sc += sine * cosine
    cc += cosine * cosine
    ys += y * sine
    yc += y * cosine
  })
  const determinant = ss * cc - sc * sc
  const ofSine = (ys * cc - yc * sc) / determinant
  const ofCosine = (yc * ss - ys * sc) / determinant
  let squares = 0
  window.forEach((y, i) => {
    const angle = radians * (start + i)
    squares += (y - ofSine * Math.sin(angle) - ofCosine * Math.cos(angle)) ** 2
  })
  return {
    amplitude: Math.hypot(ofSine, ofCosine),
    phase: Math.atan2(ofCosine, ofSine),
    residue: Math.sqrt(squares / window.length),
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0
}
