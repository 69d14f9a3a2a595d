import fc from 'fast-check'
import { expect, it } from 'vitest'
import { AppError } from '#contract/errors.ts'
import { appendQueue } from './append-queue.ts'
import { asWriteFailure } from './file-failure.ts'

/** A disk of so many bytes that takes them a few at a time, as a real one may. */
function smallDisk(capacity: number, most = 3) {
  const bytes: number[] = []
  let writes = 0
  return {
    content: () => Buffer.from(bytes),
    writes: () => writes,
    async write(buffer: Uint8Array, offset: number, length: number, position: number) {
      await Promise.resolve()
      writes++
      const room = Math.min(most, length, capacity - position)
      if (room <= 0) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' })
      for (let i = 0; i < room; i++) bytes[position + i] = buffer[offset + i] ?? 0
      return { bytesWritten: room, buffer }
    },
  }
}

it('writes everything in order, however it was cut', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 20 })), async (pieces) => {
      const disk = smallDisk(Infinity)
      const queue = appendQueue(disk as never, 0)
      await Promise.all(pieces.map((piece) => queue.append(piece)))
      expect(disk.content()).toEqual(Buffer.concat(pieces))
      expect(queue.written()).toBe(disk.content().length)
    }),
  )
})

it('writes at once what gathered while the disk was busy', async () => {
  const disk = smallDisk(Infinity, 1000)
  const queue = appendQueue(disk as never, 0)
  for (let i = 0; i < 100; i++) void queue.append(Uint8Array.of(i))
  await queue.idle()
  expect(disk.content().length).toBe(100)
  expect(disk.writes()).toBeLessThan(4)
})

it('fails from the first failure on, and still knows what was written', async () => {
  const disk = smallDisk(10)
  const queue = appendQueue(disk as never, 0)
  const first = queue.append(Buffer.alloc(8, 1))
  const outcomes = await Promise.allSettled([first, queue.append(Buffer.alloc(8, 2))])
  expect(outcomes.map(({ status }) => status)).toContain('rejected')
  await expect(queue.append(Buffer.alloc(1, 3))).rejects.toMatchObject({ code: 'ENOSPC' })
  await expect(queue.idle()).rejects.toMatchObject({ code: 'ENOSPC' })
  expect(queue.written()).toBe(10)
  expect(disk.content()).toEqual(Buffer.concat([Buffer.alloc(8, 1), Buffer.alloc(2, 2)]))
})

it.each([
  ['ENOSPC', 'disk_full'],
  ['EDQUOT', 'disk_full'],
  ['EROFS', 'data_read_only'],
  ['EACCES', 'data_read_only'],
  ['EPERM', 'data_read_only'],
])('tells %s as %s', (code, expected) => {
  const failure = asWriteFailure(Object.assign(new Error(code), { code }))
  expect(failure).toBeInstanceOf(AppError)
  expect(failure).toMatchObject({ code: expected })
})

it('leaves every other error as it is', () => {
  const bug = new TypeError('a bug')
  expect(asWriteFailure(bug)).toBe(bug)
})
