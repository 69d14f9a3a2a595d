import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { openRecognition } from './recognition.ts'
import { readSound, soundFile, testModel, voiceModel } from './testing/sounds.ts'

const frame = 512

function setUp() {
  const recognition = openRecognition({ gpuLibraries: [] })
  const folder = mkdtempSync(path.join(os.tmpdir(), 'rtstt-voice-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const fileWith = (bytes: Uint8Array) => {
    const file = path.join(folder, 'voice.bin')
    writeFileSync(file, bytes)
    return file
  }
  return { recognition, fileWith, detector: recognition.openVoiceDetector(voiceModel) }
}

function wholeFrames(sound: Float32Array): Float32Array {
  return sound.slice(0, sound.length - (sound.length % frame))
}

it('says the same frame by frame as in one call', () => {
  const { detector } = setUp()
  const sound = wholeFrames(readSound('four-sentences'))
  const atOnce = detector.detect(sound)
  detector.reset()
  const oneByOne = Array.from({ length: sound.length / frame }, (_, i) =>
    detector.detect(sound.subarray(i * frame, (i + 1) * frame)),
  ).flat()
  expect(oneByOne).toEqual(atOnce)
})

it('begins without a memory, like one that was reset', () => {
  const { recognition, detector } = setUp()
  const sound = wholeFrames(readSound('question'))
  const fresh = detector.detect(sound)
  detector.reset()
  expect(detector.detect(sound)).toEqual(fresh)
  expect(recognition.openVoiceDetector(voiceModel).detect(sound)).toEqual(fresh)
})

it('hears speech in speech and none in silence and noise', () => {
  const { detector } = setUp()
  const shareOfSpeech = (name: string) => {
    detector.reset()
    const probabilities = detector.detect(wholeFrames(readSound(name)))
    return probabilities.filter((p) => p > 0.5).length / probabilities.length
  }
  expect(shareOfSpeech('four-sentences')).toBeGreaterThan(0.6)
  expect(shareOfSpeech('silence-8s')).toBe(0)
  expect(shareOfSpeech('noise-8s')).toBeLessThan(0.1)
})

it('refuses a part of a frame, and work after it was freed', () => {
  const { detector } = setUp()
  expect(() => detector.detect(new Float32Array(500))).toThrow('512')
  detector.free()
  expect(() => detector.detect(new Float32Array(frame))).toThrow('freed')
})

it('says that its weights are missing', () => {
  const { recognition } = setUp()
  expect(() => recognition.openVoiceDetector('/no/such/voice.bin')).toThrow(
    expect.objectContaining({ code: 'file_missing' }),
  )
})

it.each([
  ['of something else', readFileSync(soundFile('question'))],
  ['of a speech model', readFileSync(testModel)],
  ['cut off in the header', readFileSync(voiceModel).subarray(0, 60)],
  ['cut off in the weights', readFileSync(voiceModel).subarray(0, 400_000)],
])('refuses weights %s', (_, bytes) => {
  const { recognition, fileWith } = setUp()
  expect(() => recognition.openVoiceDetector(fileWith(bytes))).toThrow(
    expect.objectContaining({ code: 'model_broken' }),
  )
})
