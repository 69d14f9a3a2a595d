/**
 * A floor under the encoder's speed: it must be a certain number of times faster than plain scalar arithmetic on the same
 * processor, measured in the same run. A compute library that was compiled without optimisation, or chosen for a much
 * older processor, falls through, whatever the machine.
 */
import { openRecognition } from './recognition.ts'

/**
 * How many times the scalar speed the encoder must reach. Measured with one thread on a server processor under changing
 * load: 33 to 55 with AVX-512, 30 to 38 with AVX2, 8 to 12 with SSE 4.2; but 1.4 to 3 for AVX2 code compiled without
 * optimisation, and 1.5 to 4 for code that keeps to the first 64-bit processors.
 */
const floor = 6

/** No new round begins after this time: what is that slow has shown it. */
const longestMs = 3000

/** Multiplications and additions of one pass of the test model's encoder over 30 s: 4 layers, width 128, 1500 frames. */
const encoderOperations = encoderWork({ layers: 4, width: 128, frames: 1500, mels: 80 })

export interface SpeedFloor {
  readonly cpuLevel: string
  /** For one decoding of silence, which is the encoder and next to nothing else. */
  readonly encodeMs: number
  /** What plain scalar code would take for the same number of operations. */
  readonly scalarMs: number
  /** scalarMs / encodeMs */
  readonly timesScalar: number
  readonly floor: number
  readonly reached: boolean
}

/** Measures the encoder of the test model against scalar arithmetic; takes about a second. */
export async function measureSpeedFloor(where: {
  readonly model: string
  readonly directory?: string
}): Promise<SpeedFloor> {
  const { directory } = where
  const recognition = openRecognition({ gpuLibraries: [], ...(directory ? { directory } : {}) })
  const model = await recognition.loadModel(where.model, { gpu: false })
  const state = await model.createState()
  const silence = new Float32Array(16_000)
  const options = { language: 'en', maxTokens: 1, temperatureIncrement: 0 }
  let encodeMs = Infinity
  let operationsPerMs = 0
  // In turn, and the best of each: a busy machine slows both or neither.
  const started = performance.now()
  for (let i = 0; i < 5 && (i === 0 || performance.now() - started < longestMs); i++) {
    encodeMs = Math.min(encodeMs, await processorMs(() => state.decode(silence, options)))
    operationsPerMs = Math.max(operationsPerMs, scalarSpeed())
  }
  state.free()
  model.free()
  const scalarMs = encoderOperations / operationsPerMs
  const timesScalar = scalarMs / encodeMs
  const { cpuLevel } = recognition.backends
  return { cpuLevel, encodeMs, scalarMs, timesScalar, floor, reached: timesScalar >= floor }
}

/** Multiply-adds in the matrix products; the rest of the encoder is small beside them. */
function encoderWork(shape: {
  readonly layers: number
  readonly width: number
  readonly frames: number
  readonly mels: number
}): number {
  const { layers, width, frames, mels } = shape
  const projections = 4 * frames * width * width
  const attention = 2 * frames * frames * width
  const feedForward = 8 * frames * width * width
  const convolutions = 3 * 2 * frames * mels * width + 3 * frames * width * width
  return layers * (projections + attention + feedForward) + convolutions
}

/**
 * How long the processor works on this, in milliseconds, all threads of the process together. The time in which other
 * programs have the processor does not count: an encoder takes long enough to be interrupted every time.
 */
async function processorMs(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** Multiply-adds per millisecond of plain arithmetic: the best of many short runs, of which some are not interrupted. */
function scalarSpeed(): number {
  const a = new Float32Array(4096).fill(1.0001)
  const b = new Float32Array(4096).fill(0.9999)
  let shortestMs = Infinity
  let sum = 0
  for (let run = 0; run < 60; run++) {
    const started = performance.now()
    for (let round = 0; round < 100; round++) sum += dotProduct(a, b)
    shortestMs = Math.min(shortestMs, performance.now() - started)
  }
  // The sum is used, so that no compiler leaves the loop out.
  if (!(sum > 0)) throw new Error('The scalar reference computed nothing.')
  return (a.length * 100) / shortestMs
}

/** One product after the other, each waiting for the sum before it. */
function dotProduct(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += Math.fround((a[i] as number) * (b[i] as number))
  return sum
}
