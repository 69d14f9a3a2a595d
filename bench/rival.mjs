// Decodes a file with the published CPU binary of @fugood/whisper.node, with one thread, and prints how
// long the call took. Usage: node bench/rival.mjs MODEL FILE
import { readFileSync } from 'node:fs'
import { initWhisper } from '@fugood/whisper.node'

const [filePath = '', file = ''] = process.argv.slice(2)
const bytes = readFileSync(file).subarray(44)
const sound = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length)
const context = await initWhisper({ filePath, useGpu: false }, 'default')
const startedAt = performance.now()
const { promise } = context.transcribeData(sound, { language: 'en', maxThreads: 1 })
const { result } = await promise
console.log(JSON.stringify({ callMs: performance.now() - startedAt, text: result.trim() }))
process.exit(0)
