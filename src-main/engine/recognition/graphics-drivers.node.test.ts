import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { graphicsDrivers } from './graphics-drivers.node.ts'

function setUp() {
  const root = mkdtempSync(join(tmpdir(), 'rtstt-test-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true, maxRetries: 5 }))
  const system = join(root, 'System32')
  const store = join(system, 'DriverStore', 'FileRepository')
  mkdirSync(store, { recursive: true })
  return { system, store, trace: () => graphicsDrivers('win32', { SystemRoot: root }) }
}

it('changes when a driver comes, and when it is updated', () => {
  const { system, store, trace } = setUp()
  const none = trace()
  writeFileSync(join(system, 'vulkan-1.dll'), 'one')
  const first = trace()
  mkdirSync(join(store, 'nv_dispig.inf_amd64_1'))
  const second = trace()
  writeFileSync(join(system, 'vulkan-1.dll'), 'another')
  expect(new Set([none, first, second, trace()]).size).toBe(4)
})

it('stays the same when a driver for something else comes', () => {
  const { store, trace } = setUp()
  const before = trace()
  mkdirSync(join(store, 'netwtw08.inf_amd64_1'))
  expect(trace()).toBe(before)
})

it('answers on a computer without any', () => {
  expect(graphicsDrivers('win32', { SystemRoot: 'C:\\nowhere' })).toBe(
    graphicsDrivers('win32', { SystemRoot: 'C:\\nowhere' }),
  )
  expect(typeof graphicsDrivers('linux')).toBe('string')
})
