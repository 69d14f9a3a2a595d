/** A Parakeet model is read and decoded, and one that was cut off is refused; a Whisper model tells when words were said. */
import assert from 'node:assert/strict'
import { mkdtempSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { openRecognition } from '../../../native/recognition/recognition.ts'
import { readSound, testModel } from '../../../native/recognition/testing/sounds.ts'
import { tinyParakeet } from '../../../native/recognition/testing/tiny-parakeet.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'rtstt-'))
const { loadModel } = openRecognition()
const written = async (name: string, bytes: Uint8Array) => {
  writeFileSync(path.join(folder, name), bytes)
  return loadModel(path.join(folder, name), { gpu: false })
}
const parakeet = await written('parakeet.bin', tinyParakeet())
assert.equal(parakeet.family, 'parakeet')
const heard = await (await parakeet.createState()).decode(readSound('action'))
assert.ok(heard.segments.length > 0)
await assert.rejects(written('cut.bin', tinyParakeet().subarray(0, 5000)), { code: 'model_broken' })

const whisper = await (await loadModel(testModel, { gpu: false })).createState()
const { segments } = await whisper.decode(readSound('action'), { tokenTimes: true })
const starts = segments.flatMap(({ tokens }) => tokens.map(({ startMs }) => startMs))
assert.ok(starts.length > 5 && starts.every((startMs) => startMs >= 0))
