import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { HEADER_BYTES, wavHeader } from '#engine/audio/wav-header.ts'

export const projectFolder = fileURLToPath(new URL('..', import.meta.url))
export const testModel = join(projectFolder, 'models/test-speech/rtstt-test-en.bin')

/** The bundled samples that hold speech, with the words that are said in them. */
const spoken = [
  'question',
  'decision',
  'action',
  'four-sentences',
  'speech-with-noise',
  'meeting-60s',
] as const

export interface Sample {
  readonly name: string
  readonly path: string
  readonly words: string
}

export function samplesWithSpeech(): Sample[] {
  return spoken.map((name) => ({
    name,
    path: samplePath(name),
    words: readFileSync(join(projectFolder, 'resources/samples', `${name}.txt`), 'utf8').trim(),
  }))
}

export function samplePath(name: string): string {
  return join(projectFolder, 'resources/samples', `${name}.wav`)
}

/** Writes a sample over and over into one WAV file, so that a start counts less than the reading. */
export function repeatSample(name: string, times: number, path: string): string {
  const sound = readFileSync(samplePath(name)).subarray(HEADER_BYTES)
  const whole = Buffer.concat(Array.from({ length: times }, () => sound))
  writeFileSync(path, Buffer.concat([wavHeader(whole.length / 2), whole]))
  return path
}

/** Writes the first seconds of a sample into a WAV file. */
export function cutSample(name: string, seconds: number, path: string): string {
  const bytes = Math.round(seconds * 16_000) * 2
  const sound = readFileSync(samplePath(name)).subarray(HEADER_BYTES, HEADER_BYTES + bytes)
  writeFileSync(path, Buffer.concat([wavHeader(sound.length / 2), sound]))
  return path
}
