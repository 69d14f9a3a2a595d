import { EventEmitter } from 'node:events'
import { expect, it, onTestFinished, vi } from 'vitest'
import type { EngineApi } from '#contract/commands.ts'
import type { EngineEvent } from '#contract/events.ts'
import type { Hearing } from '#contract/hearing.ts'
import { MeetingId } from '#contract/ids.ts'
import { steerByKeys } from './steer-by-keys.ts'

// The tests may run behind a terminal; to this one they are in front.
vi.mock('node:fs', () => ({ readFileSync: () => '1 (a) S 1 7 7 1 7 0' }))

const meetingId = MeetingId.parse('3f0b8f2e-1c2d-4b5a-9c3e-000000000001')
const other = MeetingId.parse('3f0b8f2e-1c2d-4b5a-9c3e-000000000002')
const hearing: Hearing = {
  meetingId,
  paused: false,
  microphoneMuted: false,
  silenceEndsInMs: null,
  tracks: [],
}

/** A terminal with keys, before an engine that notes what it is asked. */
function steered() {
  const keyboard = new EventEmitter()
  const input = {
    isTTY: true,
    setRawMode: () => {},
    setEncoding: () => {},
    on: (event: string, listener: (text: string) => void) => keyboard.on(event, listener),
    off: (event: string, listener: (text: string) => void) => keyboard.off(event, listener),
    resume: () => {},
    pause: () => {},
  }
  const listeners = new Set<(event: EngineEvent) => void>()
  const [asked, said]: [string[], string[]] = [[], []]
  const note = (name: string) => async () => {
    asked.push(name)
    return hearing
  }
  // Only the commands that keys ask for exist.
  const api = {
    'meeting.keep': note('keep'),
    'meeting.pause': note('pause'),
    'meeting.hearing': async () => hearing,
  } as Partial<EngineApi> as EngineApi
  const engine = {
    api,
    subscribe: (listener: (event: EngineEvent) => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
  const terminal = { watched: true, say: (line: string) => void said.push(line) }
  const keys = steerByKeys(engine, { meetingId, isFile: false, stop: () => {} }, terminal, input)
  onTestFinished(() => keys?.[Symbol.dispose]())
  return {
    asked,
    said,
    listeners,
    keys,
    press: (key: string) => keyboard.emit('data', key),
    silence: (silenceEndsInMs: number | null, of = meetingId) => {
      for (const tell of listeners)
        tell({
          type: 'hearing.changed',
          hearing: { ...hearing, meetingId: of, silenceEndsInMs },
        })
    },
  }
}

it('keeps recording at a key while silence is about to end it, and says once which', () => {
  const { asked, said, press, silence } = steered()
  press('k')
  silence(30_000, other)
  press('k')
  expect(asked).toEqual([])
  silence(20_000)
  silence(19_000)
  expect(said.filter((line) => line.includes('k keeps recording'))).toHaveLength(1)
  press('k')
  expect(asked).toEqual(['keep'])
  silence(null)
  press('k')
  expect(asked).toEqual(['keep'])
})

it('pauses at a key, and listens no more once it is over', async () => {
  const { asked, keys, listeners, press } = steered()
  press('p')
  await expect.poll(() => asked).toEqual(['pause'])
  keys?.[Symbol.dispose]()
  expect(listeners.size).toBe(0)
})
