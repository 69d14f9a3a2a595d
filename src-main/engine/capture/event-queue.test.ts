import { expect, it, vi } from 'vitest'
import type { SourceEvent } from '../audio/source.ts'
import { eventQueue } from './event-queue.ts'

const sound = (length: number): SourceEvent => ({
  type: 'samples',
  track: 'me',
  samples: new Float32Array(length),
  deviceMs: 0,
})
const levels = (peak: number): SourceEvent => ({
  type: 'levels',
  levels: [{ track: 'me', peak, rms: 0 }],
})

function setUp(most = 100) {
  const started = vi.fn<() => void>()
  const left = vi.fn<() => void>()
  const queue = eventQueue(most, { started, left })
  return { queue, reader: queue.events[Symbol.asyncIterator](), started, left }
}

it('starts with the first pull', async () => {
  const { queue, reader, started } = setUp()
  queue.push(sound(1))
  expect(started).not.toHaveBeenCalled()
  await reader.next()
  expect(started).toHaveBeenCalledOnce()
})

it('hands on what was pushed in its order, then ends', async () => {
  const { queue } = setUp()
  const pushed = [sound(1), sound(2), { type: 'resumed', track: 'me' } as const]
  pushed.forEach(queue.push)
  queue.end()
  queue.push(sound(3))
  expect(await Array.fromAsync(queue.events)).toEqual(pushed)
})

it('has room again when enough was taken', async () => {
  const { queue, reader } = setUp(100)
  queue.push(sound(60))
  expect(queue.room()).toBeNull()
  queue.push(sound(60))
  const room = queue.room()
  expect(room).not.toBeNull()
  await reader.next()
  await room
  expect(queue.room()).toBeNull()
})

it('keeps nobody waiting for room when it is over', async () => {
  const { queue } = setUp(1)
  queue.push(sound(5))
  const room = queue.room()
  queue.end()
  await room
  expect(queue.room()).toBeNull()
})

it('keeps only the newest levels for a reader that is slow', async () => {
  const { queue } = setUp()
  queue.push(levels(0.1))
  queue.push(sound(1))
  queue.push(levels(0.2))
  queue.end()
  expect(await Array.fromAsync(queue.events)).toEqual([sound(1), levels(0.2)])
})

it('tells what it has before it fails', async () => {
  const { queue, reader } = setUp()
  queue.push(sound(1))
  queue.fail(new Error('broken'))
  expect((await reader.next()).value).toEqual(sound(1))
  await expect(reader.next()).rejects.toThrow('broken')
})

it('says when nobody reads any more', async () => {
  const { queue, reader, left } = setUp()
  queue.push(sound(1))
  await reader.next()
  await reader.return?.()
  expect(left).toHaveBeenCalledOnce()
})
