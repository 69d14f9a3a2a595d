/** Sounds of a meeting in which nobody speaks; made here, so that none can hold a word. */
import { SAMPLE_RATE } from '#engine/audio/frames.ts'
import { type Chance, chance } from './random.ts'

type MakeSound = (seconds: number, seed: number) => Int16Array

/** By the name under which they are measured. */
export const notSpeech: Readonly<Record<string, MakeSound>> = {
  silence: (seconds) => new Int16Array(seconds * SAMPLE_RATE),
  fan,
  keyboard,
  tones,
  'hold music': holdMusic,
}

/** Air, the hum of the mains and the beat of the blades, now louder, now softer. */
function fan(seconds: number, seed: number): Int16Array {
  const luck = chance(seed)
  const gain = luck.between(0.02, 0.06)
  let brown = 0
  return made(seconds, (time) => {
    brown = 0.98 * brown + 0.2 * (2 * luck.next() - 1)
    const hum = [50, 100, 150, 250].reduce((sum, hz, n) => sum + wave(hz, time) / (n + 1), 0)
    const blades = wave(87, time) * (1 + 0.3 * wave(0.7, time))
    const breath = 1 + 0.4 * wave(0.09, time)
    return gain * breath * (brown + 0.15 * hum + 0.2 * blades + 0.2 * (2 * luck.next() - 1))
  })
}

/** Bursts of typing: each stroke a knock and a click, its key coming up softer a little later. */
function keyboard(seconds: number, seed: number): Int16Array {
  const luck = chance(seed)
  const sound = new Float64Array(seconds * SAMPLE_RATE)
  for (let n = 0; n < sound.length; n++) sound[n] = 0.001 * (2 * luck.next() - 1)
  for (let time = 1; time < seconds - 1;) {
    const gain = luck.between(0.05, 0.3)
    strike(sound, time, gain, luck)
    strike(sound, time + luck.between(0.05, 0.1), gain * 0.3, luck)
    time += luck.next() < 0.06 ? luck.between(1, 8) : luck.between(0.08, 0.3)
  }
  return toTrack(sound)
}

function strike(sound: Float64Array, at: number, gain: number, luck: Chance): void {
  const first = Math.round(at * SAMPLE_RATE)
  const [low, high] = [luck.between(180, 400), luck.between(2500, 5000)]
  for (let n = 0; n < 800; n++) {
    const time = n / SAMPLE_RATE
    const knock = wave(low, time) * Math.exp(-time / 0.012)
    const click = (wave(high, time) + 2 * luck.next() - 1) * Math.exp(-time / 0.002)
    sound[first + n] = (sound[first + n] ?? 0) + gain * (0.5 * knock + 0.5 * click)
  }
}

/** Beeps, dialling, a ringing line and slides, with pauses in between. */
function tones(seconds: number, seed: number): Int16Array {
  const luck = chance(seed)
  const sound = new Float64Array(seconds * SAMPLE_RATE)
  for (let time = 0.5; time < seconds;) {
    const lasts = luck.between(0.1, 2.5)
    const hertz = luck.pick<(part: number) => readonly number[]>([
      () => [luckless(time, 200, 3000)],
      () => [697 + 80 * (Math.floor(time) % 3), 1209 + 130 * (Math.floor(time) % 3)],
      () => [440, 480],
      (part) => [300 + 1500 * part],
    ])
    addTone(sound, { at: time, lasts, gain: luck.between(0.05, 0.4), hertz })
    time += lasts + luck.between(0.05, 3)
  }
  return toTrack(sound)
}

/** A frequency that belongs to a time, so that a tone does not waver. */
function luckless(time: number, low: number, high: number): number {
  return low + ((time * 977) % (high - low))
}

interface Tone {
  readonly at: number
  readonly lasts: number
  readonly gain: number
  /** What sounds when this part of it is over. */
  readonly hertz: (part: number) => readonly number[]
}

function addTone(sound: Float64Array, { at, lasts, gain, hertz }: Tone): void {
  const first = Math.round(at * SAMPLE_RATE)
  const length = Math.min(Math.round(lasts * SAMPLE_RATE), sound.length - first)
  const phases = [0, 0]
  for (let n = 0; n < length; n++) {
    const edge = Math.min(1, n / 160, (length - n) / 160)
    for (const [voice, hz] of hertz(n / length).entries()) {
      phases[voice] = (phases[voice] ?? 0) + (2 * Math.PI * hz) / SAMPLE_RATE
      sound[first + n] = (sound[first + n] ?? 0) + gain * edge * Math.sin(phases[voice] ?? 0)
    }
  }
}

/** Chords of four bars over and over, with a melody of their notes. */
export function holdMusic(seconds: number, seed: number): Int16Array {
  const luck = chance(seed)
  const sound = new Float64Array(seconds * SAMPLE_RATE)
  const chords = [
    [48, 52, 55, 59],
    [45, 48, 52, 55],
    [41, 45, 48, 52],
    [43, 47, 50, 53],
  ]
  const beat = luck.between(0.42, 0.6)
  for (let bar = 0; bar * 4 * beat < seconds; bar++) {
    const chord = chords[bar % chords.length] ?? []
    for (const note of chord)
      addNote(sound, { note, at: bar * 4 * beat, lasts: 4.2 * beat, gain: 0.05 })
    for (let half = 0; half < 8; half++) {
      if (luck.next() < 0.3) continue
      const note = luck.pick(chord) + luck.pick([12, 24])
      addNote(sound, { note, at: (bar * 4 + half / 2) * beat, lasts: beat, gain: 0.12 })
    }
  }
  return toTrack(sound)
}

interface Note {
  readonly note: number
  readonly at: number
  readonly lasts: number
  readonly gain: number
}

/** A struck string: six harmonics that fade, the higher ones sooner. */
function addNote(sound: Float64Array, { note, at, lasts, gain }: Note): void {
  const hertz = 440 * 2 ** ((note - 69) / 12)
  const first = Math.round(at * SAMPLE_RATE)
  const length = Math.min(Math.round(lasts * SAMPLE_RATE), sound.length - first)
  for (let n = 0; n < length; n++) {
    const time = n / SAMPLE_RATE
    const edge = Math.min(1, time / 0.008, (length - n) / 400)
    let value = 0
    for (let k = 1; k <= 6; k++) value += (wave(k * hertz, time) / k) * Math.exp(-time * k * 1.2)
    sound[first + n] = (sound[first + n] ?? 0) + gain * edge * value
  }
}

function wave(hertz: number, time: number): number {
  return Math.sin(2 * Math.PI * hertz * time)
}

function made(seconds: number, valueAt: (time: number) => number): Int16Array {
  const sound = new Float64Array(seconds * SAMPLE_RATE)
  for (let n = 0; n < sound.length; n++) sound[n] = valueAt(n / SAMPLE_RATE)
  return toTrack(sound)
}

function toTrack(sound: Float64Array): Int16Array {
  return Int16Array.from(sound, (value) => Math.round(32_767 * Math.max(-1, Math.min(1, value))))
}
