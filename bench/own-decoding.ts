/**
 * whisper.cpp's own decoding of a whole file with one thread, without anything of ours around it but the
 * addon: the yardstick for word errors and calls. Usage: node bench/own-decoding.ts MODEL FILE BEAM
 */
import { readFileSync } from 'node:fs'
import { toFloat32 } from '#engine/audio/frames.ts'
import { HEADER_BYTES } from '#engine/audio/wav-header.ts'
import { openRecognition } from '#native/recognition/recognition.ts'

const [model = '', file = '', beam = '5'] = process.argv.slice(2)
const bytes = readFileSync(file).subarray(HEADER_BYTES)
const samples = toFloat32(
  new Int16Array(bytes.buffer.slice(bytes.byteOffset), 0, bytes.length >> 1),
)
const loaded = await openRecognition().loadModel(model, { gpu: false })
const state = await loaded.createState()
const startedAt = performance.now()
const { segments } = await state.decode(samples, { language: 'en', beam: Number(beam) })
const callMs = performance.now() - startedAt
console.log(JSON.stringify({ callMs, text: segments.map(({ text }) => text).join('') }))
