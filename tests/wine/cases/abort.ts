/** An abort in the middle of the encoder, and a decoding after it. */
import assert from 'node:assert/strict'
import { setTimeout } from 'node:timers/promises'
import { openRecognition } from '../../../native/recognition/recognition.ts'
import { readSound, testModel, wordsOf } from '../../../native/recognition/testing/sounds.ts'
import { wordErrors } from '../../../native/recognition/testing/word-errors.ts'

const model = await openRecognition().loadModel(testModel, { gpu: false })
const state = await model.createState()
const stop = new AbortController()
const decoding = state.decode(readSound('meeting-60s'), { language: 'en', signal: stop.signal })
await setTimeout(300)
const asked = performance.now()
stop.abort()
const { aborted, timings } = await decoding
assert.equal(aborted, true)
console.log(JSON.stringify({ abortMs: performance.now() - asked, timings }))

const { segments } = await state.decode(readSound('question'), { language: 'en' })
assert.equal(wordErrors(wordsOf('question'), segments.map(({ text }) => text).join('')), 0)
