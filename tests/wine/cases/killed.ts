/** A program that records is ended from outside, as the Task Manager does, at drawn moments: what is kept is whole and there once. */
import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { chance } from '../../faults/chance.ts'
import { overlaps } from '../../faults/compare-text.ts'
import { lookInside } from '../../faults/kept-meeting.ts'

const program = path.resolve('bin/rtstt.mjs')
const sample = path.resolve('resources/samples/meeting-60s.wav')
const { between } = chance(1)

for (const lines of [1, 2, 3]) await killAfter(lines, between(0, 1_500))

async function killAfter(lines: number, waitMs: number): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'rtstt-'))
  const data = path.join(folder, 'Büro 会議')
  const temporary = path.join(folder, 'temporary')
  mkdirSync(temporary)
  process.env['RTSTT_KEYS'] = path.join(folder, 'keys')
  const env = { ...process.env, TEMP: temporary, TMP: temporary, TMPDIR: temporary }
  const words = [program, 'record', '--source', `file:${sample}`, '--data', data]
  const recording = spawn(process.execPath, words, { env, stdio: ['ignore', 'pipe', 'ignore'] })
  let heard = ''
  let firstAt = Infinity
  for await (const text of recording.stdout.setEncoding('utf8')) {
    heard += String(text)
    firstAt = Math.min(firstAt, performance.now())
    if (heard.split('\n').length > lines) break
  }
  await wait(waitMs)
  const heardForMs = performance.now() - firstAt
  recording.kill('SIGKILL')
  if (recording.exitCode === null && recording.signalCode === null) await once(recording, 'exit')

  const finish = [program, 'meetings', 'finish', 'last', '--data', data]
  const { status, stderr } = spawnSync(process.execPath, finish, { env, encoding: 'utf8' })
  assert.equal(status, 0, stderr)
  const { meetings, damage } = await lookInside(data)
  assert.deepEqual(damage, [])
  const [kept] = meetings
  assert.ok(kept)
  assert.equal(kept.meeting.state, 'done')
  assert.equal(kept.meeting.unreadMs, 0)
  const { segments, tracks } = kept.transcript
  const texts = segments.map(({ text }) => text)
  const [first = ''] = texts
  for (const line of heard.trim().split(/\r?\n/))
    assert.ok(texts.includes(line.replace(/^\[[\d:]+\] /, '')), line)
  assert.equal(new Set(texts).size, texts.length)
  assert.deepEqual(overlaps(segments), [])
  // The first line was told when it had been heard; from then on sound came at the pace of the clock.
  const toldMs = segments.find(({ text }) => text === first)?.endMs ?? 0
  const account = tracks[0]?.account
  assert.ok(account)
  assert.deepEqual(account.gaps, [])
  assert.ok(account.lengthMs > toldMs + heardForMs - 1_000, `${account.lengthMs} ms are kept`)
  assert.deepEqual(
    readdirSync(temporary).filter((name) => name.startsWith('rtstt')),
    [],
  )
}
