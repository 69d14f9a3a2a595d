/**
 * The way from a loudspeaker to a microphone as a short filter: what was played, filtered, is what of it
 * must be heard. It is the filter that explains most of what was heard (Wiener's), found anew for each
 * stretch, so it follows whoever moves the laptop.
 */

/** Length of the filter in samples of the band: 64 ms, the direct sound and the first walls. */
const taps = 256
/** How much of it lies before the lag: the strongest sound need not be the first. */
const before = 32
/** Keeps a filter of little sound from explaining noise: a share of the power played. */
const caution = 0.003

/** A filter holds for about two seconds: two devices never keep exactly the same time. */
const longest = 8_000
/** How much each filter knows of the whole stretch: what is soft there must not be explained from itself alone. */
const common = 0.1

/** What is to be heard of `played` at this lag; `ahead` as in `findLag`. */
export function predict(
  heard: Float64Array,
  played: Float64Array,
  ahead: number,
  lag: number,
): Float64Array {
  // Sample n of `heard` may hold played[n + offset - j] for each tap j.
  const source = shifted(played, ahead - lag + before - taps, heard.length + taps)
  const parts = partsOf(heard, source)
  const auto = sumOf(parts.map((part) => part.auto))
  const cross = sumOf(parts.map((part) => part.cross))
  const predicted = new Float64Array(heard.length)
  let at = 0
  for (const part of parts) {
    const backwards = solve(
      part.auto.map((value, j) => value + common * (auto[j] ?? 0)),
      part.cross.map((value, j) => value + common * (cross[j] ?? 0)),
    ).reverse()
    for (const end = at + part.length; at < end; at++)
      predicted[at] = dot(backwards, 0, source, at + 1, taps)
  }
  return predicted
}

/** How alike the sound played is to itself, and to what was heard, at each tap of the filter. */
interface Part {
  readonly length: number
  readonly auto: Float64Array
  readonly cross: Float64Array
}

/** `source` begins `taps` samples earlier than `heard`. */
function partsOf(heard: Float64Array, source: Float64Array): Part[] {
  const step = Math.ceil(heard.length / Math.ceil(heard.length / longest))
  const parts: Part[] = []
  for (let from = 0; from < heard.length; from += step) {
    const length = Math.min(step, heard.length - from)
    const auto = new Float64Array(taps)
    const cross = new Float64Array(taps)
    for (let j = 0; j < taps; j++) {
      // Of a piece with silence around it: only then is there always a filter.
      auto[j] = dot(source, from + j, source, from, length + taps - j)
      cross[j] = dot(heard, from, source, from + taps - j, length)
    }
    auto[0] = (auto[0] ?? 0) * (1 + caution) + 1e-12
    parts.push({ length, auto, cross })
  }
  return parts
}

function sumOf(rows: readonly Float64Array[]): Float64Array {
  const sum = new Float64Array(taps)
  for (const row of rows) for (let j = 0; j < taps; j++) sum[j] = (sum[j] ?? 0) + (row[j] ?? 0)
  return sum
}

/** Four sums side by side, so that the processor need not wait for each addition. */
function dot(a: Float64Array, atA: number, b: Float64Array, atB: number, count: number): number {
  let [s0, s1, s2, s3] = [0, 0, 0, 0]
  const whole = count - (count % 4)
  for (let i = 0; i < whole; i += 4) {
    s0 += (a[atA + i] ?? 0) * (b[atB + i] ?? 0)
    s1 += (a[atA + i + 1] ?? 0) * (b[atB + i + 1] ?? 0)
    s2 += (a[atA + i + 2] ?? 0) * (b[atB + i + 2] ?? 0)
    s3 += (a[atA + i + 3] ?? 0) * (b[atB + i + 3] ?? 0)
  }
  for (let i = whole; i < count; i++) s0 += (a[atA + i] ?? 0) * (b[atB + i] ?? 0)
  return s0 + s1 + (s2 + s3)
}

/** `length` samples from `from` on; silence where there are none. */
function shifted(samples: Float64Array, from: number, length: number): Float64Array {
  const result = new Float64Array(length)
  const first = Math.max(0, from)
  const known = samples.subarray(first, Math.max(first, from + length))
  result.set(known, first - from)
  return result
}

/** Levinson's recursion: solves a symmetric Toeplitz system with first row `auto`. */
function solve(auto: Float64Array, right: Float64Array): Float64Array {
  const size = auto.length
  const result = new Float64Array(size)
  let backward = new Float64Array(size)
  let next = new Float64Array(size)
  backward[0] = 1 / (auto[0] ?? 1)
  result[0] = (right[0] ?? 0) / (auto[0] ?? 1)
  for (let n = 1; n < size; n++) {
    // For a symmetric matrix the forward vector is the backward one reversed.
    let error = 0
    for (let i = 0; i < n; i++) error += (auto[i + 1] ?? 0) * (backward[i] ?? 0)
    const scale = 1 / (1 - error * error)
    for (let i = 0; i <= n; i++) {
      const own = i > 0 ? (backward[i - 1] ?? 0) : 0
      const reversed = i < n ? (backward[n - 1 - i] ?? 0) : 0
      next[i] = scale * (own - error * reversed)
    }
    ;[backward, next] = [next, backward]
    let missing = right[n] ?? 0
    for (let i = 0; i < n; i++) missing -= (auto[n - i] ?? 0) * (result[i] ?? 0)
    for (let i = 0; i <= n; i++) result[i] = (result[i] ?? 0) + missing * (backward[i] ?? 0)
  }
  return result
}
