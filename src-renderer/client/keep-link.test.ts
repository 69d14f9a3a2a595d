import { describe, expect, it, vi } from 'vitest'
import type { EngineApi } from '#contract/commands.ts'
import type { EngineEvent } from '#contract/events.ts'
import { MeetingId } from '#contract/ids.ts'
import type { Channel } from '#wire/channel.ts'
import { memoryChannel } from '#wire/memory-channel.ts'
import { serve } from '#wire/serve.ts'
import { backoffMs, keepLink } from './keep-link.ts'

const deleted: EngineEvent = {
  type: 'meeting.deleted',
  meetingId: MeetingId.parse('3f0b8f2e-1c2d-4b5a-9c3e-000000000001'),
}

/** An engine that is there or not, and waiting that ends when the test says so. */
function setUp() {
  const listeners = new Set<(event: EngineEvent) => void>()
  const engine = {
    api: { 'meeting.list': async () => [] } as unknown as EngineApi,
    subscribe: (listener: (event: EngineEvent) => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  let far: { close(): void } | null = null
  const world = { reachable: true }
  const waits: { readonly ms: number; readonly end: () => void }[] = []
  const link = keepLink({
    open: async (): Promise<Channel> => {
      if (!world.reachable) throw new Error('Nobody is there.')
      const [near, other] = memoryChannel()
      serve(engine, other)
      far = other
      return near
    },
    wait: (ms) => new Promise((end) => waits.push({ ms, end })),
  })
  const phases: string[] = []
  link.onPhase((phase) => phases.push(phase))
  return {
    link,
    world,
    phases,
    waits,
    emit: (event: EngineEvent) => listeners.forEach((tell) => tell(event)),
    lose: () => far?.close(),
  }
}

it('carries calls and events once it is connected', async () => {
  const { link, phases, emit } = setUp()
  await expect(link.call('meeting.list', {})).rejects.toMatchObject({ code: 'engine_gone' })
  await expect.poll(() => phases).toEqual(['connected'])
  await expect(link.call('meeting.list', {})).resolves.toEqual([])
  const heard = vi.fn<(event: EngineEvent) => void>()
  link.onEvent(heard)
  emit(deleted)
  await expect.poll(() => heard).toHaveBeenCalledWith(deleted)
})

it('comes back after a loss, waiting longer each time nobody answers', async () => {
  const { link, phases, waits, world, lose, emit } = setUp()
  const heard = vi.fn<(event: EngineEvent) => void>()
  link.onEvent(heard)
  await expect.poll(() => phases).toEqual(['connected'])
  world.reachable = false
  lose()
  for (const count of [1, 2, 3]) {
    await expect.poll(() => waits).toHaveLength(count)
    waits.at(-1)?.end()
  }
  await expect.poll(() => waits.map(({ ms }) => ms)).toEqual([250, 500, 1000, 2000])
  await expect(link.call('meeting.list', {})).rejects.toMatchObject({ code: 'engine_gone' })

  world.reachable = true
  waits.at(-1)?.end()
  await expect.poll(() => phases.at(-1)).toBe('connected')
  await expect(link.call('meeting.list', {})).resolves.toEqual([])
  emit(deleted)
  await expect.poll(() => heard).toHaveBeenCalledOnce()
})

it('tries at once when asked to', async () => {
  const { link, phases, waits, world } = setUp()
  world.reachable = false
  await expect.poll(() => waits).toHaveLength(1)
  expect(phases).toEqual(['lost'])
  world.reachable = true
  link.retry()
  await expect.poll(() => phases).toEqual(['lost', 'connected'])
})

describe('backoffMs', () => {
  it('grows and then stays', () => {
    expect([0, 1, 2, 5, 6, 1000].map(backoffMs)).toEqual([250, 500, 1000, 8000, 10_000, 10_000])
  })
})
