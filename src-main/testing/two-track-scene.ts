/** Meetings of two tracks made of the bundled samples: what was played, and a microphone that may hear it. */
import { readFileSync } from 'node:fs'
import { HEADER_BYTES } from '#engine/audio/wav-header.ts'
import { sample } from './real-engine.ts'
import { addNoise, type Room, throughRoom } from './room.ts'

export interface Scene {
  readonly me: Float32Array
  readonly them: Float32Array
  readonly saidByMe: readonly Said[]
  readonly saidByThem: readonly Said[]
}

/** A sentence and its true place. */
export interface Said {
  readonly text: string
  readonly startMs: number
  readonly endMs: number
}

export interface SceneWishes {
  /** How long the other side talks. */
  readonly seconds: number
  /** `none`: only the other side talks; `over`: the microphone's person talks at the same time. */
  readonly talk: 'none' | 'over'
  /** Null: headphones. */
  readonly room: Room | null
  /** The microphone's own noise, under full scale. */
  readonly noiseDb: number
}

const rate = 16_000

/** Who sits at the microphone says these, from these seconds on. */
const ownSpeech = [
  ['action', 2.6],
  ['question', 8.2],
  ['four-sentences', 12.4],
  ['decision', 25],
  ['question', 30.6],
  ['action', 34.8],
  ['decision', 41],
] as const

export function makeScene({ seconds, talk, room, noiseDb }: SceneWishes): Scene {
  const them = readSample('meeting-60s').subarray(0, seconds * rate)
  const me = room ? throughRoom(them, room) : new Float32Array(them.length)
  const saidByMe: Said[] = []
  for (const [name, from] of talk === 'over' ? ownSpeech : []) {
    const speech = readSample(name)
    if (from * rate + speech.length > me.length) continue
    const at = from * rate
    for (const [n, value] of speech.entries()) me[at + n] = (me[at + n] ?? 0) + value
    const text = readFileSync(sample(`${name}.txt`), 'utf8').trim()
    saidByMe.push({ text, startMs: from * 1000, endMs: ((at + speech.length) / rate) * 1000 })
  }
  addNoise(me, noiseDb)
  return { me, them, saidByMe, saidByThem: sentences(seconds) }
}

function sentences(seconds: number): Said[] {
  const lines = JSON.parse(readFileSync(sample('meeting-60s.json'), 'utf8')) as ReadonlyArray<{
    readonly start: number
    readonly end: number
    readonly text: string
  }>
  return lines
    .filter(({ start }) => start < seconds)
    .map(({ start, end, text }) => ({ text, startMs: start * 1000, endMs: end * 1000 }))
}

function readSample(name: string): Float32Array {
  const bytes = readFileSync(sample(`${name}.wav`)).subarray(HEADER_BYTES)
  return Float32Array.from(
    { length: Math.floor(bytes.length / 2) },
    (_, n) => bytes.readInt16LE(2 * n) / 32_768,
  )
}

/** A stereo WAV file: the microphone left, what was played right. */
export function stereoWav({ me, them }: Pick<Scene, 'me' | 'them'>): Buffer {
  const frames = Math.max(me.length, them.length)
  const bytes = Buffer.alloc(HEADER_BYTES + 4 * frames)
  bytes.write('RIFF', 0, 'latin1')
  bytes.writeUInt32LE(bytes.length - 8, 4)
  bytes.write('WAVEfmt ', 8, 'latin1')
  bytes.writeUInt32LE(16, 16)
  bytes.writeUInt16LE(1, 20)
  bytes.writeUInt16LE(2, 22)
  bytes.writeUInt32LE(rate, 24)
  bytes.writeUInt32LE(rate * 4, 28)
  bytes.writeUInt16LE(4, 32)
  bytes.writeUInt16LE(16, 34)
  bytes.write('data', 36, 'latin1')
  bytes.writeUInt32LE(4 * frames, 40)
  for (let n = 0; n < frames; n++) {
    for (const [channel, track] of [me, them].entries()) {
      const value = Math.max(-1, Math.min(1, track[n] ?? 0))
      bytes.writeInt16LE(Math.round(value * 32_767), HEADER_BYTES + 4 * n + 2 * channel)
    }
  }
  return bytes
}
