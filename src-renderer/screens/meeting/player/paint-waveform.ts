/** One track of a waveform, its loudness in equal parts of the whole. */
export interface Wave {
  readonly peaks: readonly number[]
}

export interface WaveCanvas {
  readonly context: CanvasRenderingContext2D
  /** In CSS pixels. */
  readonly width: number
  readonly height: number
}

const stepPx = 3
const barPx = 2
/** Where nobody speaks a hair is left, so that the line of time is seen. */
const leastPx = 1
/** Speech is quiet most of the time: its loudness is drawn to this power. */
const power = 0.6

/** Draws up to two tracks: the first upwards from the middle, the second downwards; one alone both ways. */
export function paintWaveform(
  { context, width, height }: WaveCanvas,
  waves: readonly Wave[],
): void {
  context.clearRect(0, 0, width, height)
  const [first, second = first] = waves
  if (!first || !second) return
  const middle = height / 2
  const bars = Math.floor(width / stepPx)
  for (let bar = 0; bar < bars; bar++) {
    const up = heightOf(first, bar, bars) * middle
    const down = heightOf(second, bar, bars) * middle
    context.fillRect(bar * stepPx, middle - up, barPx, up + down)
  }

  function heightOf({ peaks }: Wave, bar: number, count: number): number {
    const from = Math.floor((bar * peaks.length) / count)
    const to = Math.max(from + 1, Math.floor(((bar + 1) * peaks.length) / count))
    let loudest = 0
    for (let at = from; at < to; at++) loudest = Math.max(loudest, peaks[at] ?? 0)
    return Math.max(leastPx / middle, loudest ** power)
  }
}
