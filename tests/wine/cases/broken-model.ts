/** A cut-off model is refused with a sentence. */
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { openRecognition } from '../../../native/recognition/recognition.ts'
import { testModel } from '../../../native/recognition/testing/sounds.ts'

const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'rtstt-')), 'cut.bin')
writeFileSync(file, readFileSync(testModel).subarray(0, 5_000_000))
await assert.rejects(openRecognition().loadModel(file, { gpu: false }), { code: 'model_broken' })
