import { randomUUID } from 'node:crypto'
import { expect, it, vi } from 'vitest'
import type { EngineEvent } from '#contract/events.ts'
import { MeetingId } from '#contract/ids.ts'
import { followRecognition } from './live-recognition.ts'
import type { RecognitionNotice } from './recognition/recognizer.ts'
import type { WorkerHealth } from './runtime/supervisor.ts'

const meetingId = MeetingId.parse(randomUUID())

function setUp() {
  const told: EngineEvent[] = []
  const listeners = new Set<(notice: RecognitionNotice) => void>()
  const loaded = { family: 'whisper', backend: 'CPU', multilingual: true } as const
  const load = vi.fn<() => Promise<typeof loaded>>(async () => loaded)
  const followed = followRecognition({
    meetingId,
    model: { id: 'large', path: '/models/large', smaller: { id: 'base', path: '/models/base' } },
    recognizer: {
      load,
      health: () => ({ state: 'working', why: null, restMs: 0 }),
      watch: (listener) => {
        listeners.add(listener)
        return () => void listeners.delete(listener)
      },
    },
    clock: { now: () => 0 },
    tell: (event) => void told.push(event),
  })
  const become = (health: WorkerHealth): void =>
    listeners.forEach((tell) => tell({ kind: 'health.changed', health }))
  const leave = (): void =>
    listeners.forEach((tell) => tell({ kind: 'backend.left', from: 'GPU', to: 'CPU' }))
  return { followed, told, load, leave, become, listeners }
}

it('knows nothing of the back end before the model has said where it runs', () => {
  const { followed, told } = setUp()
  expect(followed.now()).toEqual({
    meetingId,
    model: 'large',
    backend: null,
    onGpu: null,
    step: 0,
    health: { state: 'working', why: null, until: null },
  })
  followed.loaded({ backend: 'Vulkan0' })
  expect(followed.now()).toMatchObject({ backend: 'Vulkan0', onGpu: true })
  followed.loaded({ backend: 'Vulkan0' })
  expect(told).toHaveLength(1)
})

it('asks again where it runs when a back end was left', async () => {
  const { followed, told, leave } = setUp()
  followed.loaded({ backend: 'Vulkan0' })
  leave()
  expect(followed.now()).toMatchObject({ backend: null, onGpu: null })
  await vi.waitFor(() => expect(followed.now()).toMatchObject({ backend: 'CPU', onGpu: false }))
  expect(told).toHaveLength(3)
})

it('leaves it unknown where loading fails, which whoever reads tells', async () => {
  const { followed, load, leave } = setUp()
  load.mockRejectedValueOnce(new Error('gone'))
  leave()
  await vi.waitFor(() => expect(load).toHaveBeenCalledOnce())
  expect(followed.now().backend).toBeNull()
})

it('names the smaller model while that one reads', () => {
  const { followed } = setUp()
  followed.paced(3)
  expect(followed.now()).toMatchObject({ model: 'large', step: 3 })
  followed.paced(4)
  expect(followed.now()).toMatchObject({ model: 'base', step: 4 })
})

it('tells nothing of a meeting that is over', () => {
  const { followed, told, listeners } = setUp()
  followed[Symbol.dispose]()
  followed.paced(5)
  expect(told).toEqual([])
  expect(listeners.size).toBe(0)
})

it('tells when its process is lost, left alone until when, and back', () => {
  const { followed, told, become } = setUp()
  become({ state: 'restarting', why: 'hung', restMs: 0 })
  expect(followed.now().health).toEqual({ state: 'restarting', why: 'hung', until: null })
  become({ state: 'paused', why: 'died', restMs: 5_000 })
  const until = '1970-01-01T00:00:05.000Z'
  expect(followed.now().health).toEqual({ state: 'paused', why: 'died', until })
  become({ state: 'working', why: null, restMs: 0 })
  expect(followed.now().health.state).toBe('working')
  expect(told).toHaveLength(3)
})
