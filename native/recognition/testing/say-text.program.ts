/** Decodes one sample in a forked process or a worker thread and sends the text. */
import { parentPort } from 'node:worker_threads'
import { openRecognition } from '../recognition.ts'
import { readSound, testModel } from './sounds.ts'

const recognition = openRecognition({ gpuLibraries: [] })
const model = await recognition.loadModel(testModel, { gpu: false })
const state = await model.createState()
const { segments } = await state.decode(readSound('action'), { language: 'en' })
state.free()
model.free()
const text = segments.map((segment) => segment.text).join('')
if (parentPort) parentPort.postMessage(text)
else process.send?.(text)
