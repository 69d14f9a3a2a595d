/**
 * Measures a device's clock against the steady clock, from the moments at which its frames were heard. Single moments
 * are wrong by some 10 ms; over half a minute they tell the rate to a few millionths and the place to a fifth of a
 * millisecond.
 *
 * It is a straight line through the moments (least squares) whose memory fades exponentially: recursive regression as
 * in Brookner, "Tracking and Kalman Filtering Made Easy" (1998), there the fading-memory polynomial filter of first
 * degree. Sums are kept about the newest moment, so they stay small however long a meeting is.
 */

const MEMORY_MS = 30_000
/** A moment further off than this counts as this far off: one bad moment bends nothing. */
const FURTHEST_MS = 12
/** Nobody weighs more than this, however long nothing was heard. */
const HEAVIEST_MS = 100
/** How much the first guess of the place weighs, and the one after a jump. */
const FIRST_WEIGHT_MS = 80
/**
 * Clocks are right to some 300 millionths before anything is known of them, moments (10 ms apart) to 6 ms: the ratio of
 * the variances says how much the line resists being tilted.
 */
const STIFFNESS = (6 / 300e-6) ** 2 * 10
const KNOWN_AFTER_MS = 10_000

export interface DriftMeter {
  /** When the device heard this frame, in steady milliseconds. */
  timeOf(frame: number): number
  /** The inverse: which frame it heard at a moment, as a fraction. */
  frameAt(ms: number): number
  observe(frame: number, ms: number): void
  /** From here on everything is so much later than the line so far. */
  jump(ms: number): void
  /** Seconds of the device's samples in a true second. */
  readonly pace: number
  /** The same as parts per million above the nominal rate; 0 until known. */
  readonly ppm: number
}

/** The line starts at frame 0, which was heard at about `startMs`. */
export function measureDrift(sampleRate: number, startMs: number): DriftMeter {
  const frameMs = 1000 / sampleRate
  // Weighted sums over moments; x is nominal time before the newest moment, y lateness against nominal time.
  let weight = FIRST_WEIGHT_MS
  let x = 0
  let y = 0
  let xx = 0
  let xy = 0
  let newest = 0
  let watchedMs = 0
  // The line: lateness at the newest moment, and how much it grows in a nominal millisecond.
  let lateness = 0
  let slope = 0

  const meter: DriftMeter = {
    timeOf: (frame) => startMs + frame * frameMs + lateness + (frame * frameMs - newest) * slope,
    frameAt: (ms) => (ms - startMs - lateness + newest * slope) / (1 + slope) / frameMs,
    observe(frame, ms) {
      const off = ms - meter.timeOf(frame)
      const at = frame * frameMs
      const passed = at - newest
      lateness += passed * slope
      newest = at
      xx += passed * (passed * weight - 2 * x)
      xy -= passed * y
      x -= passed * weight
      const kept = Math.exp(-passed / MEMORY_MS)
      const own = Math.min(Math.max(passed, 1), HEAVIEST_MS)
      const heard = lateness + Math.min(Math.max(off, -FURTHEST_MS), FURTHEST_MS)
      weight = weight * kept + own
      x *= kept
      y = y * kept + own * heard
      xx *= kept
      xy *= kept
      watchedMs += own
      slope = (xy - (x * y) / weight) / (xx - (x * x) / weight + STIFFNESS)
      lateness = (y - slope * x) / weight
    },
    jump(ms) {
      // What is known of the rate stays; what is known of the place begins anew.
      xx -= (x * x) / weight
      xy -= (x * y) / weight
      x = 0
      lateness += ms
      weight = Math.min(weight, FIRST_WEIGHT_MS)
      y = weight * lateness
    },
    get pace() {
      return 1 / (1 + slope)
    },
    get ppm() {
      return watchedMs < KNOWN_AFTER_MS ? 0 : (1 / (1 + slope) - 1) * 1e6
    },
  }
  return meter
}
