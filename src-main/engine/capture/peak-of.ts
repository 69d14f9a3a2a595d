/** The largest sample, full scale at 1. */
export function peakOf(samples: Float32Array): number {
  let peak = 0
  for (const sample of samples) {
    const size = Math.abs(sample)
    if (size > peak) peak = size
  }
  return peak
}
