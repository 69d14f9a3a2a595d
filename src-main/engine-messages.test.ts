import { expect, it } from 'vitest'
import {
  asEngineMessage,
  asShellMessage,
  type EngineMessage,
  type ShellMessage,
} from './engine-messages.ts'

const fromEngine: readonly EngineMessage[] = [
  { kind: 'ready' },
  { kind: 'unusable', sentence: 'The disk is full. Make room.' },
  { kind: 'launch', worker: 1, program: 'language', args: ['/models/voice.bin'] },
  { kind: 'end', worker: 1 },
]
const fromShell: readonly ShellMessage[] = [
  { kind: 'page' },
  { kind: 'stop' },
  { kind: 'launched', worker: 2 },
  { kind: 'lost', worker: 2, reason: 'exit code 1' },
]

it.each(fromEngine)('takes $kind from the engine', (message) => {
  expect(asEngineMessage(message)).toEqual(message)
  expect(asEngineMessage({ ...message, more: true })).toEqual(message)
})

it.each(fromShell)('takes $kind from the shell', (message) => {
  expect(asShellMessage(message)).toEqual(message)
})

it.each([
  null,
  'ready',
  {},
  { kind: 'unusable' },
  { kind: 'launch', worker: 1 },
  { kind: 'launch', worker: 1, program: 'language', args: [1] },
  { kind: 'launch', worker: '1', program: 'language', args: [] },
  { kind: 'launch', worker: 1, program: 'another', args: [] },
  { kind: 'launch', worker: 1, args: [] },
  { kind: 'end', worker: 0 },
  { kind: 'end', worker: 1.5 },
  ...fromShell,
])('takes no notice of %j from the engine', (value) => {
  expect(asEngineMessage(value)).toBeNull()
})

it.each([
  undefined,
  'stop',
  { kind: 'launched' },
  { kind: 'launched', worker: -1 },
  { kind: 'lost', worker: 1 },
  { kind: 'lost', reason: 'exit code 1' },
  ...fromEngine,
])('takes no notice of %j from the shell', (value) => {
  expect(asShellMessage(value)).toBeNull()
})
