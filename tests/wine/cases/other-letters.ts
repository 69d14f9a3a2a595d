/** Addon and model work from folders whose names are not ASCII. */
import assert from 'node:assert/strict'
import { cpSync, mkdtempSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { findAddon, openRecognition } from '../../../native/recognition/recognition.ts'
import { readSound, testModel, wordsOf } from '../../../native/recognition/testing/sounds.ts'
import { wordErrors } from '../../../native/recognition/testing/word-errors.ts'

const found = findAddon()
assert.ok('directory' in found)
const folder = mkdtempSync(path.join(os.tmpdir(), 'Größe 会议 '))
cpSync(found.directory, folder, { recursive: true })
const file = path.join(folder, 'Modell ñandú.bin')
cpSync(testModel, file)

const model = await openRecognition({ directory: folder }).loadModel(file, { gpu: false })
const state = await model.createState()
const { segments } = await state.decode(readSound('question'), { language: 'en' })
assert.equal(wordErrors(wordsOf('question'), segments.map(({ text }) => text).join('')), 0)
