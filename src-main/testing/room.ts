/** A synthetic room: how what a loudspeaker plays arrives at a microphone. */

export interface Room {
  /** From playing to hearing: the way of the sound and the buffers of the computer. */
  readonly delayMs: number
  /** How much softer the direct sound arrives. */
  readonly levelDb: number
  /** Time in which the diffuse sound falls by 60 dB; 0 for none. */
  readonly tailMs: number
  /** What cheap electronics add to the linear way. */
  readonly device: 'clean' | 'distorting' | 'levelling'
}

const rate = 16_000
const soundMetresPerMs = 0.343

/** Sizes and places in metres; the two stand on a desk near a wall. */
const walls = [4.1, 3.3, 2.5] as const
const loudspeaker = [1.3, 0.7, 0.9] as const
const microphone = [1.6, 0.9, 1.0] as const
/** What a wall gives back. */
const reflection = 0.6

/** What the microphone hears of `played`, as long as `played` is. */
export function throughRoom(played: Float32Array, room: Room): Float32Array {
  const heard = new Float32Array(played.length)
  const gain = 10 ** (room.levelDb / 20)
  const direct = distance(loudspeaker, microphone)
  addDelayed(heard, played, room.delayMs, gain)
  for (const image of firstImages()) {
    const way = distance(image, microphone)
    const later = (way - direct) / soundMetresPerMs
    addDelayed(heard, played, room.delayMs + later, (gain * reflection * direct) / way)
  }
  if (room.tailMs > 0) addTail(heard, played, room, gain)
  if (room.device === 'distorting') distort(heard, gain)
  if (room.device === 'levelling') level(heard)
  return heard
}

function distance(a: readonly number[], b: readonly number[]): number {
  return Math.hypot(...a.map((value, axis) => value - (b[axis] ?? 0)))
}

/** The loudspeaker as each of the six walls mirrors it. */
function firstImages(): number[][] {
  return walls.flatMap((size, axis) => [
    loudspeaker.map((value, other) => (other === axis ? -value : value)),
    loudspeaker.map((value, other) => (other === axis ? 2 * size - value : value)),
  ])
}

function addDelayed(to: Float32Array, from: Float32Array, delayMs: number, gain: number): void {
  const delay = (delayMs * rate) / 1000
  const whole = Math.floor(delay)
  const part = delay - whole
  for (let n = whole + 1; n < to.length; n++) {
    const value = (from[n - whole] ?? 0) * (1 - part) + (from[n - whole - 1] ?? 0) * part
    to[n] = (to[n] ?? 0) + gain * value
  }
}

/** Sparse echoes at random times, ever weaker: together about as strong as a third of the direct sound. */
function addTail(to: Float32Array, from: Float32Array, room: Room, gain: number): void {
  const random = randomly(7)
  const count = 160
  const echoes = Array.from({ length: count }, () => {
    const laterMs = 8 + random() * room.tailMs
    const fall = 10 ** ((-3 * laterMs) / room.tailMs)
    return { laterMs, gain: fall * (random() < 0.5 ? -1 : 1) }
  })
  const power = echoes.reduce((sum, echo) => sum + echo.gain ** 2, 0)
  const share = Math.sqrt(0.33 / power)
  for (const echo of echoes)
    addDelayed(to, from, room.delayMs + echo.laterMs, gain * share * echo.gain)
}

/** A small loudspeaker at its limit. */
function distort(heard: Float32Array, gain: number): void {
  const limit = 0.25 * gain
  for (let n = 0; n < heard.length; n++) heard[n] = limit * Math.tanh((heard[n] ?? 0) / limit)
}

/** A microphone that turns itself up and down within a quarter of a second. */
function level(heard: Float32Array): void {
  let power = 1e-4
  for (let n = 0; n < heard.length; n++) {
    const value = heard[n] ?? 0
    power += (value * value - power) / (0.25 * rate)
    heard[n] = value * Math.min(4, 0.06 / Math.sqrt(power + 1e-6))
  }
}

/** White noise of this level under full scale. */
export function addNoise(to: Float32Array, levelDb: number): void {
  const random = randomly(11)
  const gain = 10 ** (levelDb / 20) * Math.sqrt(3)
  for (let n = 0; n < to.length; n++) to[n] = (to[n] ?? 0) + gain * (2 * random() - 1)
}

/** The same numbers from 0 to 1 in every run. */
function randomly(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
