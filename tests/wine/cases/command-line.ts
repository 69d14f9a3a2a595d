/** The whole chain as a person uses it: the command line, the store, the recognition process, a kill and what it leaves. */
import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const data = path.join(mkdtempSync(path.join(os.tmpdir(), 'rtstt-')), 'Büro 会議')
const program = path.resolve('bin/rtstt.mjs')
const sample = (name: string): string => path.resolve('resources/samples', `${name}.wav`)

function rtstt(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [program, ...args, '--data', data],
    { encoding: 'utf8' },
  )
  return { status, stdout, stderr }
}

const read = rtstt('transcribe', sample('decision'), '--title', 'Pilot', '--format', 'srt')
assert.equal(read.status, 0, read.stderr)
assert.match(read.stdout.replaceAll('\n', ' '), /We decided to start a pilot project in August\./)

const found = rtstt('meetings', 'search', 'pilot', '--json')
assert.equal((JSON.parse(found.stdout) as unknown[]).length, 1)
assert.equal(rtstt('transcribe', 'nothing.wav').status, 1)
assert.equal(rtstt('transcribe', sample('decision'), '--model', 'none').status, 3)

// A live meeting whose program is ended from outside, as the Task Manager does.
const source = `file:${sample('meeting-60s')}`
const words = [program, 'record', '--source', source, '--data', data]
const recording = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'ignore'] })
let heard = ''
for await (const text of recording.stdout.setEncoding('utf8')) {
  heard += String(text)
  if (heard.includes('Welcome to the meeting.')) break
}
recording.kill('SIGKILL')
if (recording.exitCode === null && recording.signalCode === null) await once(recording, 'exit')

const finished = rtstt('meetings', 'finish', 'last')
assert.equal(finished.status, 0, finished.stderr)
assert.match(finished.stderr, /was interrupted/)
const shown = rtstt('show', 'last', '--json')
const { segments } = JSON.parse(shown.stdout) as { segments: Array<{ text: string }> }
const texts = segments.map(({ text }) => text)
assert.equal(new Set(texts).size, texts.length)
for (const line of heard.trim().split(/\r?\n/))
  assert.ok(texts.includes(line.replace(/^\[[\d:]+\] /, '')), line)

assert.equal(rtstt('meetings', 'delete', 'last').status, 0)
