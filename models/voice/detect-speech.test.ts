import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { AppError } from '#contract/errors.ts'
import { openRecognition, type Recognition } from '#native/recognition/recognition.ts'
import { voiceModelPath } from './convert.mjs'

const frame = 512
const sampleRate = 16_000
const frameSeconds = frame / sampleRate

const Sentences = z.array(z.object({ start: z.number(), end: z.number() }))

/** Where the addon could not be built there is nothing to hear with; everything else is a failure. */
function open(): Recognition | null {
  try {
    return openRecognition({ gpuLibraries: [] })
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'recognition_missing') throw error
    console.warn(`Voice detection is not tried: ${error.message}`)
    return null
  }
}

const recognition = open()

const sample = (name: string) =>
  fileURLToPath(new URL(`../../resources/samples/${name}`, import.meta.url))

/** The speech probability of every frame of a 16 kHz mono sample with a plain 44-byte header. */
async function probabilitiesOf(name: string): Promise<readonly number[]> {
  const bytes = (await readFile(sample(`${name}.wav`))).subarray(44)
  const frames = Math.floor(bytes.length / 2 / frame)
  const sound = Float32Array.from(
    { length: frames * frame },
    (_, i) => bytes.readInt16LE(i * 2) / 32768,
  )
  const detector = recognition?.openVoiceDetector(voiceModelPath)
  try {
    return detector?.detect(sound) ?? []
  } finally {
    detector?.free()
  }
}

it.runIf(recognition)('hears speech where it is spoken and none in the pauses', async () => {
  const probabilities = await probabilitiesOf('meeting-60s')
  const sentences = Sentences.parse(JSON.parse(await readFile(sample('meeting-60s.json'), 'utf8')))
  const distance = (time: number) =>
    Math.min(...sentences.map(({ start, end }) => Math.max(start - time, time - end)))
  const shareAbove = (isMeant: (distanceToSpeech: number) => boolean) => {
    const meant = probabilities.filter((_, i) => isMeant(distance((i + 0.5) * frameSeconds)))
    return meant.filter((probability) => probability > 0.5).length / meant.length
  }
  expect(probabilities).toHaveLength(Math.floor(60 / frameSeconds))
  expect(shareAbove((seconds) => seconds < -0.1)).toBeGreaterThan(0.9)
  expect(shareAbove((seconds) => seconds > 0.3)).toBeLessThan(0.05)
})

it.runIf(recognition)('hears nothing in silence', async () => {
  const probabilities = await probabilitiesOf('silence-8s')
  expect(probabilities).toHaveLength(Math.floor(8 / frameSeconds))
  expect(Math.max(...probabilities)).toBeLessThan(0.1)
})
