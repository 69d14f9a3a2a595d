import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import type { NetworkAttempt } from '#contract/network.ts'
import { attemptLog } from './attempt-log.node.ts'

const attempt = (host: string): NetworkAttempt => ({
  at: '2026-11-28T10:00:00.000Z',
  by: 'engine',
  part: 'models',
  what: 'connection',
  host,
  port: 443,
  allowed: false,
})

function setUp() {
  const data = mkdtempSync(join(tmpdir(), 'rtstt-attempts-'))
  onTestFinished(() => rmSync(data, { recursive: true, force: true }))
  return { data, path: join(data, 'logs', 'network.jsonl') }
}

it('tells all attempts in their order, those of earlier programs too', () => {
  const { path } = setUp()
  attemptLog(path).add(attempt('one.example'))
  const log = attemptLog(path)
  log.add(attempt('two.example'))
  expect(log.read().map(({ host }) => host)).toEqual(['one.example', 'two.example'])
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o077).toBe(0)
})

it('keeps attempts in memory where its folder is gone, and does not make a data folder that was taken away', () => {
  const { data, path } = setUp()
  rmSync(data, { recursive: true })
  const log = attemptLog(path)
  log.add(attempt('one.example'))
  expect(log.read()).toHaveLength(1)
  expect(existsSync(data)).toBe(false)
})
