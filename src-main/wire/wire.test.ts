import { randomUUID } from 'node:crypto'
import { MessageChannel } from 'node:worker_threads'
import { describe, expect, it, vi } from 'vitest'
import { anywhere } from '#contract/ask.ts'
import type { EngineApi } from '#contract/commands.ts'
import { AppError } from '#contract/errors.ts'
import type { EngineEvent } from '#contract/events.ts'
import { MeetingId } from '#contract/ids.ts'
import { connect } from './connect.ts'
import { memoryChannel } from './memory-channel.ts'
import { portChannel } from './port-channel.ts'
import { serve } from './serve.ts'

const meetingId = MeetingId.parse(randomUUID())

function smallEngine() {
  const listeners = new Set<(event: EngineEvent) => void>()
  const api: Pick<EngineApi, 'meeting.delete' | 'meeting.list' | 'meeting.read'> = {
    'meeting.delete': async () => null,
    'meeting.list': async () => {
      throw new Error('a secret from inside')
    },
    'meeting.read': async () => {
      throw new AppError('not_found', 'No such meeting.')
    },
  }
  return {
    // Only the commands used here exist: the wire must not care.
    api: api as EngineApi,
    emit: (event: EngineEvent) => {
      for (const tell of listeners) tell(event)
    },
    listenerCount: () => listeners.size,
    subscribe: (listener: (event: EngineEvent) => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

describe.each([
  ['memory', memoryChannel],
  [
    'message port',
    () => {
      const { port1, port2 } = new MessageChannel()
      return [portChannel(port1), portChannel(port2)] as const
    },
  ],
])('the contract over %s', (_, open) => {
  function setUp() {
    const [near, far] = open()
    const engine = smallEngine()
    const onBug = vi.fn<(error: unknown) => void>()
    serve(engine, far, onBug)
    return { engine, client: connect(near), near, far, onBug }
  }

  it('lets a command return nothing', async () => {
    const { client } = setUp()
    await expect(client.call('meeting.delete', { meetingId })).resolves.toBeNull()
  })

  it('fails the calls in flight when the engine goes away', async () => {
    const { client, far } = setUp()
    const call = client.call('meeting.delete', { meetingId })
    far.close()
    await expect(call).rejects.toMatchObject({ code: 'engine_gone' })
    await expect(client.call('meeting.delete', { meetingId })).rejects.toMatchObject({
      code: 'engine_gone',
    })
  })

  it('refuses bad input before the engine sees it', async () => {
    const { client } = setUp()
    await expect(
      client.call('search.find', { query: ' ', filters: anywhere, limit: 5 }),
    ).rejects.toMatchObject({
      code: 'invalid_input',
    })
  })

  it('carries the error code', async () => {
    const { client } = setUp()
    await expect(client.call('meeting.read', { meetingId })).rejects.toMatchObject({
      code: 'not_found',
      message: 'No such meeting.',
    })
  })

  it('keeps the text of a bug to itself and tells whoever watches for bugs', async () => {
    const { client, onBug } = setUp()
    await expect(client.call('meeting.list', {})).rejects.toMatchObject({
      code: 'internal',
      message: expect.not.stringContaining('secret'),
    })
    expect(onBug).toHaveBeenCalledOnce()
  })

  it('delivers events to every listener', async () => {
    const { client, engine } = setUp()
    const heard = vi.fn<(event: EngineEvent) => void>()
    client.onEvent(heard)
    engine.emit({ type: 'meeting.deleted', meetingId })
    await expect.poll(() => heard).toHaveBeenCalledWith({ type: 'meeting.deleted', meetingId })
  })

  it('forgets a listener that has gone', async () => {
    const { engine, near } = setUp()
    expect(engine.listenerCount()).toBe(1)
    near.close()
    await expect.poll(() => engine.listenerCount()).toBe(0)
  })
})
