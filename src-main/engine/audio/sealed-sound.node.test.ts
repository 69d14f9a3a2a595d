import { randomBytes } from 'node:crypto'
import {
  appendFile,
  mkdtemp,
  open,
  readFile,
  rm,
  stat,
  truncate,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it, onTestFinished } from 'vitest'
import { openRecord, RECORD_BYTES, SEALED_BYTES, soundBytesIn, trackKey } from './sealed-records.ts'
import {
  createSealedSound,
  extendSealedSound,
  mendSealedSound,
  openSealedSound,
} from './sealed-sound.node.ts'

const key = trackKey('me', randomBytes(32))

async function aFile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'rtstt-sealed-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return join(folder, 'me.sound')
}

/** Bytes that tell where they are. */
const bytes = (from: number, length: number) =>
  Uint8Array.from({ length }, (_, i) => ((from + i) * 7 + ((from + i) >> 8)) & 255)

async function readAll(path: string, watched: 'ended' | 'followed' = 'ended') {
  const sound = await openSealedSound(path, key, watched)
  const into = new Uint8Array(sound.length())
  const done = await sound.read(into, 0)
  await sound.close()
  return { heard: into.subarray(0, done), damage: sound.damage() }
}

/** Appends in pieces, some before it returns and some in another thread. */
async function written(path: string, pieces: ReadonlyArray<readonly [size: number, now: boolean]>) {
  await rm(path, { force: true })
  const sound = await createSealedSound(path, key)
  let end = 0
  for (const [size, now] of pieces) {
    const piece = bytes(end, size * 2)
    for (let done = 0; done < piece.length;) {
      const took = now
        ? sound.writeNow(piece, done, end + done)
        : await sound.write(piece, done, end + done)
      done += took
    }
    end += piece.length
  }
  await sound.close()
  return end
}

const pieces = fc.array(
  fc.tuple(
    fc.oneof(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 9000 })),
    fc.boolean(),
  ),
  { minLength: 1, maxLength: 12 },
)

it('reads what was appended, in any pieces and from any place', async () => {
  const path = await aFile()
  await fc.assert(
    fc.asyncProperty(pieces, fc.nat(), fc.nat(), async (all, a, b) => {
      const end = await written(path, all)
      expect(soundBytesIn((await stat(path)).size)).toBe(end)
      expect((await readAll(path)).heard).toEqual(bytes(0, end))
      const [from, to] = [a % end, b % end].toSorted((one, other) => one - other) as [
        number,
        number,
      ]
      const sound = await openSealedSound(path, key, 'ended')
      const part = new Uint8Array(to - from)
      expect(await sound.read(part, from)).toBe(part.length)
      expect(part).toEqual(bytes(from, to - from))
      await sound.close()
    }),
    { numRuns: 40 },
  )
})

it('loses at most one record wherever it is cut, and goes on behind what is left', async () => {
  const path = await aFile()
  await fc.assert(
    fc.asyncProperty(pieces, fc.nat(), async (all, cut) => {
      const end = await written(path, all)
      const size = cut % ((await stat(path)).size + 1)
      await truncate(path, size)
      const there = Math.min(end, soundBytesIn(size))
      await mendSealedSound(path, key)
      const { heard, damage } = await readAll(path)
      expect(heard).toEqual(bytes(0, heard.length))
      expect(there - heard.length).toBeLessThan(RECORD_BYTES)
      expect(damage).toEqual([])

      const sound = await extendSealedSound(path, key)
      const more = bytes(heard.length, 5000)
      expect(sound.writeNow(more, 0, heard.length)).toBe(5000)
      await sound.close()
      expect((await readAll(path)).heard).toEqual(bytes(0, heard.length + 5000))
    }),
    { numRuns: 40 },
  )
})

it('gives silence for a record in which a bit was changed, and for no other', async () => {
  const path = await aFile()
  const end = await written(path, [[16_000, false]])
  const whole = await readFile(path)
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(7), async (at, bit) => {
      const changed = Buffer.from(whole)
      changed[at]! ^= 1 << bit
      await writeFile(path, changed)
      const record = Math.floor(at / SEALED_BYTES)
      const expected = bytes(0, end).fill(0, record * RECORD_BYTES, (record + 1) * RECORD_BYTES)
      expect(await readAll(path)).toEqual({
        heard: expected,
        damage: [{ from: record * 3200, length: 3200 }],
      })
    }),
    { numRuns: 20 },
  )
})

it('shows whoever follows it everything but a last record that is half written', async () => {
  const path = await aFile()
  const end = await written(path, [[8_000, false]])
  const whole = await readFile(path)
  const torn = Buffer.from(whole)
  torn.fill(1, whole.length - 20)
  await writeFile(path, torn)
  const follower = await openSealedSound(path, key, 'followed')
  expect(follower.length()).toBe(2 * RECORD_BYTES)
  expect(await follower.read(new Uint8Array(end), 0)).toBe(2 * RECORD_BYTES)
  await writeFile(path, whole)
  expect(follower.length()).toBe(end)
  expect(await follower.read(new Uint8Array(end), 0)).toBe(end)
  expect(follower.damage()).toEqual([])
  await follower.close()
})

it('can be read by its own writer while it grows', async () => {
  const path = await aFile()
  const sound = await createSealedSound(path, key)
  for (let end = 0; end < 20_000; end += 1_000) {
    sound.writeNow(bytes(end, 1_000), 0, end)
    const from = Math.max(0, end - 7_000)
    const into = new Uint8Array(end + 1_000 - from)
    expect(await sound.read(into, from)).toBe(into.length)
    expect(into).toEqual(bytes(from, into.length))
  }
  await sound.close()
})

it('seals every state of a record under another nonce', async () => {
  const path = await aFile()
  const sound = await createSealedSound(path, key)
  const nonces = new Set<string>()
  for (let end = 0; end < 6_400; end += 320) {
    sound.writeNow(bytes(end, 320), 0, end)
    nonces.add((await readFile(path)).subarray(0, 12).toString('hex'))
  }
  expect(nonces).toHaveLength(20)
  await sound.close()
})

it('can be opened only as what it is, and where it is', async () => {
  const path = await aFile()
  await written(path, [[6_400, false]])
  const whole = await readFile(path)
  const [first, second] = [whole.subarray(0, SEALED_BYTES), whole.subarray(SEALED_BYTES)]
  expect(openRecord(key, 0, first)).toEqual(Buffer.from(bytes(0, RECORD_BYTES)))
  expect(openRecord(key, 0, second)).toBeNull()
  expect(openRecord({ ...key, track: 'them' }, 0, first)).toBeNull()
  expect(openRecord(trackKey('me', randomBytes(32)), 0, first)).toBeNull()
})

it('cuts off everything at its end that a power cut kept from the disk', async () => {
  const path = await aFile()
  await written(path, [[6_400, false]])
  await appendFile(path, new Uint8Array(3 * SEALED_BYTES + 17))
  await mendSealedSound(path, key)
  expect((await readAll(path)).heard).toEqual(bytes(0, 2 * RECORD_BYTES))
  await using file = await open(path, 'r')
  expect((await file.stat()).size).toBe(2 * SEALED_BYTES)
})
