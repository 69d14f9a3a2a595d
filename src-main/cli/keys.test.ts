import { EventEmitter } from 'node:events'
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import { type KeyInput, readKeys } from './keys.ts'

/** A terminal that says how it was set. */
function terminal(isTTY = true) {
  const story: string[] = []
  const events = new EventEmitter()
  const input: KeyInput = {
    isTTY,
    setRawMode: (raw) => story.push(raw ? 'raw' : 'cooked'),
    setEncoding: () => {},
    on: (event, listener) => events.on(event, listener),
    off: (event, listener) => events.off(event, listener),
    resume: () => story.push('read'),
    pause: () => story.push('rest'),
  }
  return { input, story, type: (text: string) => events.emit('data', text) }
}

// The tests may run behind a terminal themselves: what the system says of that is written here.
const inFront = '1 (a) b) S 1 7 7 1 7 0'
const system = vi.hoisted(() => ({ stat: '' }))
vi.mock('node:fs', () => ({ readFileSync: () => system.stat }))
beforeEach(() => void (system.stat = inFront))

it('tells each key, and gives the terminal back', () => {
  const { input, story, type } = terminal()
  const keys: string[] = []
  {
    using reading = readKeys((key) => keys.push(key), input)
    expect(reading).not.toBeNull()
    type('p')
    type('mq')
  }
  type('x')
  expect(keys).toEqual(['p', 'm', 'q'])
  expect(story).toEqual(['raw', 'read', 'cooked', 'rest'])
})

it('gives the terminal back when the program ends meanwhile', () => {
  const { input, story } = terminal()
  const before = new Set(process.listeners('exit'))
  using _ = readKeys(() => {}, input)
  const added = process.listeners('exit').filter((listener) => !before.has(listener))
  for (const listener of added) listener(0)
  expect(story.at(-1)).toBe('cooked')
})

it('passes Ctrl+C on as the interruption it is', () => {
  const { input, type } = terminal()
  const interrupted = vi.fn<() => void>()
  process.on('SIGINT', interrupted)
  onTestFinished(() => void process.off('SIGINT', interrupted))
  const keys: string[] = []
  using _ = readKeys((key) => keys.push(key), input)
  type('\u0003')
  expect(interrupted).toHaveBeenCalledOnce()
  expect(keys).toEqual([])
})

it('leaves alone what is no terminal', () => {
  const { input, story } = terminal(false)
  expect(readKeys(() => {}, input)).toBeNull()
  expect(story).toEqual([])
})

it.runIf(process.platform === 'linux')('leaves alone a terminal that another program has', () => {
  system.stat = '1 (a) b) S 1 8 8 1 7 0'
  const { input, story } = terminal()
  expect(readKeys(() => {}, input)).toBeNull()
  expect(story).toEqual([])
})
