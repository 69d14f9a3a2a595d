/** The test model and the sample sounds of the project, for this folder's tests. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const project = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..')

export const testModel = path.join(project, 'models/test-speech/rtstt-test-en.bin')
export const voiceModel = path.join(project, 'models/voice/out/silero-v6.bin')

export function soundFile(name: string): string {
  return path.join(project, 'resources/samples', `${name}.wav`)
}

/** What is said in a sample. */
export function wordsOf(name: string): string {
  return readFileSync(path.join(project, 'resources/samples', `${name}.txt`), 'utf8')
}

/** The samples are 16 kHz mono WAV files of 16-bit numbers. */
export function readSound(name: string): Float32Array {
  const bytes = readFileSync(soundFile(name))
  let at = 12
  while (bytes.toString('latin1', at, at + 4) !== 'data') at += 8 + bytes.readUInt32LE(at + 4)
  const count = bytes.readUInt32LE(at + 4) >> 1
  return Float32Array.from({ length: count }, (_, i) => bytes.readInt16LE(at + 8 + 2 * i) / 32768)
}

/** The sound said again and again, until a decoding of it takes long enough to be interrupted. */
export function repeated(sound: Float32Array, times: number): Float32Array {
  const long = new Float32Array(sound.length * times)
  for (let i = 0; i < times; i++) long.set(sound, i * sound.length)
  return long
}
