/** The sample's words come out, through the real wrapper. Prints the timings of a full window for comparison. */
import assert from 'node:assert/strict'
import { openRecognition } from '../../../native/recognition/recognition.ts'
import { readSound, testModel, wordsOf } from '../../../native/recognition/testing/sounds.ts'
import { wordErrors } from '../../../native/recognition/testing/word-errors.ts'

const { backends, loadModel } = openRecognition()
const model = await loadModel(testModel, { gpu: false })
const state = await model.createState()
const encodeMs: number[] = []
const melMs: number[] = []
for (let i = 0; i < 3; i++) {
  const { segments, timings } = await state.decode(readSound('action'), { language: 'en' })
  assert.equal(wordErrors(wordsOf('action'), segments.map(({ text }) => text).join('')), 0)
  encodeMs.push(timings.encodeMs / timings.encodes)
  melMs.push(timings.melMs)
}
assert.equal(model.backend, 'CPU')
const best = { encodeMs: Math.min(...encodeMs), melMs: Math.min(...melMs) }
console.log(JSON.stringify({ cpuLevel: backends.cpuLevel, ...best }))
state.free()
model.free()
