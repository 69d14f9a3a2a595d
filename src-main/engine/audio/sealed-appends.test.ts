import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { appendQueue } from './append-queue.ts'
import { bytesAt, type Disk, type Reached, sealedAppends } from './sealed-appends.ts'
import { openRecord, RECORD_BYTES, SEALED_BYTES, trackKey } from './sealed-records.ts'

const key = trackKey('me', randomBytes(32))
const nothing: Reached = { records: 0, rest: new Uint8Array(0) }
const bytes = (from: number, length: number) =>
  Uint8Array.from({ length }, (_, i) => ((from + i) * 7 + ((from + i) >> 8)) & 255)

/** A disk of so many bytes, which takes at most a page at a time and so is full in the middle of a record. */
function disk(capacity = Infinity) {
  let content = Buffer.alloc(0)
  let room = capacity
  const writeNow: Disk['writeNow'] = (piece, offset, position) => {
    const most = Math.min(piece.length - offset, 4096 - (position % 4096), room - position)
    if (most <= 0) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' })
    const grown = Buffer.alloc(Math.max(content.length, position + most))
    content.copy(grown)
    grown.set(piece.subarray(offset, offset + most), position)
    content = grown
    return most
  }
  return {
    writeNow,
    write: async (...args: Parameters<Disk['writeNow']>) => writeNow(...args),
    truncate: (size: number) => void (content = content.subarray(0, size)),
    grow: () => (room = Infinity),
    heard() {
      const parts: Buffer[] = []
      for (let at = 0; at < content.length; at += SEALED_BYTES) {
        const record = openRecord(key, at / SEALED_BYTES, content.subarray(at, at + SEALED_BYTES))
        if (!record) return null
        parts.push(record)
      }
      return new Uint8Array(Buffer.concat(parts))
    },
  }
}

it.each(['write', 'writeNow'] as const)(
  'keeps everything it had when the disk is full, and goes on when there is room (%s)',
  async (how) => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 40_000 }), async (capacity) => {
        const small = disk(capacity)
        const appends = sealedAppends(small, key, nothing)
        let end = 0
        try {
          for (; end < 30_000; end += 320) await appends[how](bytes(end, 320), 0, end)
        } catch (error) {
          expect(error).toMatchObject({ code: 'ENOSPC' })
        }
        expect(bytesAt(appends.reached())).toBe(end)
        expect(small.heard()).toEqual(bytes(0, end))
        small.grow()
        await appends[how](bytes(end, 9_000), 0, end)
        expect(small.heard()).toEqual(bytes(0, end + 9_000))
      }),
      { numRuns: 30 },
    )
  },
)

it('writes again from any record on, and from where it began', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 20_000 }),
      fc.integer({ min: 1, max: 20_000 }),
      fc.nat(),
      async (before, more, back) => {
        const some = disk()
        await sealedAppends(some, key, nothing).write(bytes(0, before + 1), 0, 0)
        const records = Math.floor((before + 1) / RECORD_BYTES)
        const rest = bytes(records * RECORD_BYTES, before + 1 - records * RECORD_BYTES)
        const appends = sealedAppends(some, key, { records, rest })
        const end = before + 1 + more
        await appends.write(bytes(before + 1, more), 0, before + 1)
        const from = Math.max(
          before + 1,
          (back % (Math.floor(end / RECORD_BYTES) + 1)) * RECORD_BYTES,
        )
        await appends.write(bytes(from, end - from), 0, from)
        expect(some.heard()).toEqual(bytes(0, end))
      },
    ),
    { numRuns: 50 },
  )
})

it('is whole when a disk failed to take what it had accepted, wherever that was', async () => {
  const hold = {
    wary: { untilMs: -Infinity },
    mayHold: () => true,
    tooMuch: (failure: unknown) => failure,
  }
  const step = fc.record({
    length: fc.integer({ min: 1, max: 9_000 }),
    sync: fc.constantFrom('no', 'yes', 'fails'),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      const some = disk()
      const queue = appendQueue(sealedAppends(some, key, nothing), 0, { hold, unit: RECORD_BYTES })
      let end = 0
      for (const { length, sync } of steps) {
        await queue.append(bytes(end, length))
        end += length
        if (sync === 'no') continue
        const syncing = queue.sync(async () => {
          if (sync === 'fails') throw new Error('dropped')
        })
        await syncing.catch(() => queue.retry())
      }
      await queue.idle()
      expect(some.heard()).toEqual(bytes(0, end))
      expect(queue.written()).toBe(end)
    }),
    { numRuns: 40 },
  )
})

it('refuses to leave a hole', () => {
  const appends = sealedAppends(disk(), key, nothing)
  appends.writeNow(bytes(0, 100), 0, 0)
  expect(() => appends.writeNow(bytes(0, 2), 0, 102)).toThrow('appended at 100')
})

it('takes a long piece in parts, each of which ends with a record', async () => {
  const some = disk()
  const appends = sealedAppends(some, key, nothing)
  const long = bytes(0, 100 * RECORD_BYTES)
  for (let done = 0; done < long.length;) done += await appends.write(long, done, done)
  expect(some.heard()).toEqual(long)
})
