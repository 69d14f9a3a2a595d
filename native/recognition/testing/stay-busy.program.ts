/** Begins a long decoding, says so, and never gets to its end: it is terminated, or leaves by itself with 'exit'. */
import { parentPort } from 'node:worker_threads'
import { openRecognition } from '../recognition.ts'
import { readSound, repeated, testModel } from './sounds.ts'

const recognition = openRecognition({ gpuLibraries: [] })
const model = await recognition.loadModel(testModel, { gpu: false })
const state = await model.createState()
const sound = repeated(readSound('meeting-60s'), 5)
void state.decode(sound, { language: 'en' })
parentPort?.postMessage('busy')
// Some time for the model to be in the middle of its work.
if (process.argv[2] === 'exit') setTimeout(() => process.exit(0), 40)
