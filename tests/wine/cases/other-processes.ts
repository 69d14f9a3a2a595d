/** Decoding in a forked process and in a worker thread; a worker and a process that end while they decode. */
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { programFile, runProgram } from '../../../native/recognition/testing/programs.ts'
import { wordsOf } from '../../../native/recognition/testing/sounds.ts'
import { wordErrors } from '../../../native/recognition/testing/word-errors.ts'

const forked = await runProgram('say-text.program')
assert.equal(forked.code, 0)
assert.equal(wordErrors(wordsOf('action'), String(forked.messages[0])), 0)

const saying = new Worker(programFile('say-text.program'))
const [text] = (await once(saying, 'message')) as [string]
assert.equal(wordErrors(wordsOf('action'), text), 0)
await saying.terminate()

const busy = new Worker(programFile('stay-busy.program'))
await once(busy, 'message')
await setTimeout(40)
await busy.terminate()

const leaving = await runProgram('stay-busy.program', ['exit'])
assert.equal(leaving.code, 0)
