/** Makes and drops states and decodings again and again, and sends the resident memory after each round, in MB. */
import { setImmediate } from 'node:timers/promises'
import { openRecognition } from '../recognition.ts'
import { readSound, testModel } from './sounds.ts'

const recognition = openRecognition({ gpuLibraries: [] })
const model = await recognition.loadModel(testModel, { gpu: false })
const sound = readSound('question').subarray(0, 16_000)
const options = { language: 'en', audioContext: 64, maxTokens: 4 }

async function round(): Promise<number> {
  for (let i = 0; i < 12; i++) {
    const state = await model.createState()
    await state.decode(sound, options)
    if (i % 5 !== 0) state.free() // the others are left to the garbage collector
  }
  globalThis.gc?.()
  await setImmediate()
  return process.memoryUsage().rss / 2 ** 20
}

for (let i = 0; i < 7; i++) process.send?.(await round())
