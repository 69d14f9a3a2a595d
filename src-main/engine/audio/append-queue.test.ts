import fc from 'fast-check'
import { expect, it } from 'vitest'
import { AppError } from '#contract/errors.ts'
import { type AppendQueue, appendQueue } from './append-queue.ts'
import { asWriteFailure } from './file-failure.ts'

/** A disk of so many bytes that takes them a few at a time, as a real one may. */
function smallDisk(capacity: number, most = 3) {
  const bytes: number[] = []
  let writes = 0
  function writeNow(buffer: Uint8Array, offset: number, position: number): number {
    writes++
    const room = Math.min(most, buffer.length - offset, capacity - position)
    if (room <= 0) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' })
    for (let i = 0; i < room; i++) bytes[position + i] = buffer[offset + i] ?? 0
    return room
  }
  return {
    content: () => Buffer.from(bytes),
    writes: () => writes,
    async write(buffer: Uint8Array, offset: number, position: number) {
      await Promise.resolve()
      return writeNow(buffer, offset, position)
    },
    writeNow,
  }
}

/** What is done while the disk is asked to sync. */
async function during<T>(queue: AppendQueue, work: () => Promise<T>): Promise<T> {
  const { promise, resolve } = Promise.withResolvers<T>()
  await queue.sync(async () => resolve(await work()))
  return promise
}

const someBytes = fc.uint8Array({ maxLength: 20 })
/** Some arrive while the disk is busy with something else. */
const pieces = fc.array(fc.tuple(someBytes, fc.boolean()), { maxLength: 30 })

it('writes everything in order, however it was cut and whatever else the disk does', async () => {
  await fc.assert(
    fc.asyncProperty(pieces, async (all) => {
      const disk = smallDisk(Infinity)
      const queue = appendQueue(disk, 0)
      const appended = all.map(([bytes, isBusy]) =>
        isBusy ? during(queue, () => queue.append(bytes)) : queue.append(bytes),
      )
      await Promise.all(appended)
      expect(disk.content()).toEqual(Buffer.concat(all.map(([bytes]) => bytes)))
      expect(queue.written()).toBe(disk.content().length)
    }),
  )
})

it('has written a few bytes before it answers', () => {
  const disk = smallDisk(Infinity, 1000)
  const queue = appendQueue(disk, 0)
  void queue.append(Buffer.alloc(320, 1))
  expect(queue.written()).toBe(320)
})

it('leaves many bytes at a time to another thread', async () => {
  const disk = smallDisk(Infinity, 1_000_000)
  const queue = appendQueue(disk, 0)
  const many = queue.append(Buffer.alloc(320_000, 1))
  const few = queue.append(Buffer.alloc(320, 2))
  expect(queue.written()).toBe(0)
  await Promise.all([many, few])
  expect(disk.content()).toEqual(Buffer.concat([Buffer.alloc(320_000, 1), Buffer.alloc(320, 2)]))
})

it('does not wait again for a disk that it has waited for, until five seconds are over', async () => {
  let nowMs = 0
  const disk = smallDisk(Infinity, 1000)
  const slow = {
    ...disk,
    writeNow: (...write: Parameters<typeof disk.writeNow>) => {
      nowMs += 200
      return disk.writeNow(...write)
    },
  }
  const queue = appendQueue(slow, 0, { steadyMs: () => nowMs })
  await queue.append(Buffer.alloc(10, 1))
  const second = queue.append(Buffer.alloc(10, 2))
  expect(queue.written()).toBe(10)
  await second
  nowMs += 5_000
  void queue.append(Buffer.alloc(10, 3))
  expect(queue.written()).toBe(30)
})

it('writes at once what gathered while the disk was busy', async () => {
  const disk = smallDisk(Infinity, 1000)
  const queue = appendQueue(disk, 0)
  await queue.sync(async () => {
    for (let i = 0; i < 100; i++) void queue.append(Uint8Array.of(i))
    await queue.idle()
  })
  expect(disk.content().length).toBe(100)
  expect(disk.writes()).toBeLessThan(4)
})

it.each([false, true])(
  'fails from the first failure on, and still knows what was written (busy: %s)',
  async (isBusy) => {
    const disk = smallDisk(10)
    const queue = appendQueue(disk, 0)
    const two = async () => {
      const first = queue.append(Buffer.alloc(8, 1))
      return Promise.allSettled([first, queue.append(Buffer.alloc(8, 2))])
    }
    const outcomes = await (isBusy ? during(queue, two) : two())
    expect(outcomes.map(({ status }) => status)).toContain('rejected')
    await expect(queue.append(Buffer.alloc(1, 3))).rejects.toMatchObject({ code: 'ENOSPC' })
    await expect(queue.idle()).rejects.toMatchObject({ code: 'ENOSPC' })
    expect(queue.written()).toBe(10)
    expect(disk.content()).toEqual(Buffer.concat([Buffer.alloc(8, 1), Buffer.alloc(2, 2)]))
  },
)

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
