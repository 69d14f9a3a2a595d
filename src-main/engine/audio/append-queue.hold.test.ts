import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type AppendQueue, appendQueue } from './append-queue.ts'

const full = (): Error => Object.assign(new Error('no space left'), { code: 'ENOSPC' })

/** A disk of which a test decides how much it takes, and whether it keeps what it took. */
function moodyDisk() {
  const bytes = Buffer.alloc(1_100_000)
  let length = 0
  let room = Infinity
  let wait: Promise<void> = Promise.resolve()
  function writeNow(buffer: Uint8Array, offset: number, position: number): number {
    const taken = Math.min(3_001, buffer.length - offset, room - position)
    if (taken <= 0) throw full()
    bytes.set(buffer.subarray(offset, offset + taken), position)
    length = Math.max(length, position + taken)
    return taken
  }
  return {
    content: () => bytes.subarray(0, length),
    takes(upTo: number) {
      room = upTo
    },
    /** Nothing is written until this is called. */
    stall(): () => void {
      const stalled = Promise.withResolvers<void>()
      wait = stalled.promise
      return stalled.resolve
    },
    async write(buffer: Uint8Array, offset: number, position: number) {
      await wait
      return writeNow(buffer, offset, position)
    },
    writeNow,
  }
}

function setUp(most = 1_000_000) {
  const disk = moodyDisk()
  const wary = { untilMs: -Infinity }
  const queue: AppendQueue = appendQueue(disk, 0, {
    hold: {
      wary,
      mayHold: (bytes) => queue.readable() - queue.written() + bytes <= most,
      tooMuch: (failure) => failure ?? new Error('too slow'),
    },
  })
  return { disk, queue, wary }
}

const numbers = Uint8Array.from({ length: 1_100_000 }, (_, n) => n % 251)
const numbered = (from: number, length: number): Uint8Array => numbers.subarray(from, from + length)

/** Everything that can be read, from wherever it is. */
function all(disk: ReturnType<typeof moodyDisk>, queue: AppendQueue): Buffer {
  const from = queue.inMemoryFrom()
  return Buffer.concat([disk.content().subarray(0, from), queue.read(from, queue.readable())])
}

it('loses nothing, whatever the disk does and whenever it is tried again', async () => {
  const act = fc.oneof(
    fc.record({ append: fc.integer({ min: 1, max: 40_000 }) }),
    fc.record({ takes: fc.integer({ min: 0, max: 60_000 }) }),
    fc.constantFrom({ sync: true }, { sync: false }, { retry: true }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 25 }), async (acts) => {
      const { disk, queue } = setUp()
      let length = 0
      for (const now of acts) {
        if ('append' in now) {
          await queue.append(numbered(length, now.append))
          length += now.append
        }
        if ('takes' in now) disk.takes(queue.written() + now.takes)
        if ('sync' in now)
          await queue
            .sync(async () => {
              if (!now.sync) throw full()
            })
            .catch(() => undefined)
        if ('retry' in now) await queue.retry()
        expect(all(disk, queue).equals(numbered(0, length))).toBe(true)
      }
      disk.takes(Infinity)
      await queue.retry()
      await queue.idle()
      expect(disk.content().equals(numbered(0, length))).toBe(true)
      expect(queue.waitingSinceMs()).toBe(null)
    }),
    { numRuns: 25 },
  )
})

it('writes again what a sync may have dropped, and no more', async () => {
  const { disk, queue } = setUp()
  await queue.append(numbered(0, 100))
  await queue.sync(async () => undefined)
  await queue.append(numbered(100, 100))
  await expect(queue.sync(() => Promise.reject(full()))).rejects.toMatchObject({ code: 'ENOSPC' })
  expect(queue.written()).toBe(100)
  expect(queue.readable()).toBe(200)
  await queue.retry()
  expect(queue.written()).toBe(200)
  expect(disk.content().equals(numbered(0, 200))).toBe(true)
})

it('does not let whoever appends wait for a disk that is stuck', async () => {
  const { disk, queue } = setUp()
  const goOn = disk.stall()
  const many = numbered(0, 20_000)
  await queue.append(many)
  for (let n = 1; n < 50; n++) await queue.append(numbered(n * 20_000, 20_000))
  expect(queue.written()).toBe(0)
  expect(queue.readable()).toBe(1_000_000)
  goOn()
  await queue.idle()
  expect(queue.written()).toBe(1_000_000)
})

it('takes no more than may be held, and keeps what it has', async () => {
  const { disk, queue } = setUp(1_000)
  disk.takes(0)
  await queue.append(numbered(0, 1_000))
  await expect(queue.append(numbered(1_000, 1))).rejects.toMatchObject({ code: 'ENOSPC' })
  expect(all(disk, queue).equals(numbered(0, 1_000))).toBe(true)
  disk.takes(Infinity)
  await queue.retry()
  expect(disk.content().equals(numbered(0, 1_000))).toBe(true)
})

it('shares with other files that the disk was waited for', async () => {
  const { queue, wary } = setUp()
  wary.untilMs = performance.now() + 60_000
  void queue.append(numbered(0, 10))
  expect(queue.written()).toBe(0)
  await queue.idle()
  expect(queue.written()).toBe(10)
})
