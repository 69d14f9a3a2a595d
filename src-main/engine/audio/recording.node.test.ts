import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { appendFile, chmod, mkdtemp, open, readFile, rm, stat, truncate } from 'node:fs/promises'
import { getuid } from 'node:process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { onTestFinished, expect, it } from 'vitest'
import { MeetingId } from '#contract/ids.ts'
import { parseLedger } from './ledger.ts'
import { folderRecordings } from './recording.node.ts'
import type { Recording } from './recording.ts'
import { wavHeader } from './wav-header.ts'
import { readWavLayout } from './wav-layout.ts'

async function setUp(nowMs?: () => number) {
  const root = await mkdtemp(join(tmpdir(), 'rtstt-recording-'))
  onTestFinished(() => rm(root, { recursive: true, force: true }))
  const recordings = folderRecordings(root, nowMs)
  const meetingId = MeetingId.parse(randomUUID())
  const pathOf = (name: string) => join(recordings.folderOf(meetingId), name)
  const ledger = async () => parseLedger(await readFile(pathOf('ledger.jsonl'), 'utf8'))
  return { root, recordings, meetingId, pathOf, ledger }
}

const counting = (from: number, length: number) =>
  Int16Array.from({ length }, (_, i) => (from + i) % 30_000)

async function layoutOf(path: string) {
  const bytes = await readFile(path)
  return readWavLayout(async (at, length) => bytes.subarray(at, at + length), bytes.length)
}

/** No closing line and half a line in its place, and a header from the very beginning. */
async function leaveAsAKillWould(
  recording: Recording,
  pathOf: (name: string) => string,
  samples: number,
): Promise<void> {
  await recording.append('mix', counting(0, samples))
  await recording[Symbol.asyncDispose]()
  const ledger = await readFile(pathOf('ledger.jsonl'))
  await truncate(pathOf('ledger.jsonl'), ledger.length - 20)
  await using file = await open(pathOf('mix.wav'), 'r+')
  await file.write(wavHeader(0), 0, 44, 0)
}

it('gives back what was appended, while it is still growing', async () => {
  const { recordings, meetingId } = await setUp()
  await using recording = await recordings.create(meetingId, ['me', 'them'])
  await recording.append('me', counting(0, 1000))
  await recording.append('me', Float32Array.from([0.5, -1, 1, 2, Number.NaN]))

  expect(recording.tracks).toEqual(['me', 'them'])
  expect(recording.length('me')).toBe(1005)
  expect(recording.length('them')).toBe(0)
  expect(await recording.read('me', 990, 1000)).toEqual(counting(990, 10))
  expect(await recording.read('me', 1000, 9999)).toEqual(
    Int16Array.of(16_384, -32_768, 32_767, 32_767, 0),
  )
})

it('goes on behind what a kill left', async () => {
  const { recordings, meetingId, pathOf, ledger } = await setUp()
  const killed = await recordings.create(meetingId, ['mix'])
  await leaveAsAKillWould(killed, pathOf, 1000)
  await appendFile(pathOf('mix.wav'), new Uint8Array([1]))
  {
    await using recording = await recordings.extend(meetingId)
    expect(recording.length('mix')).toBe(1000)
    await recording.append('mix', counting(1000, 500))
    expect(await recording.read('mix', 0, 9999)).toEqual(counting(0, 1500))
    await using follower = await recordings.follow(meetingId)
    const more = follower.grown('mix', 1500)
    await recording.append('mix', counting(1500, 1))
    expect(await more).toBe('grown')
  }
  await using sound = await recordings.open(meetingId)
  expect(await sound.read('mix', 0, 9999)).toEqual(counting(0, 1501))
  expect((await layoutOf(pathOf('mix.wav')))?.to).toBe(44 + 1501 * 2)
  expect((await ledger()).map(({ type }) => type)).toContain('extended')
})

it('keeps appends in order that did not wait for each other', async () => {
  const { recordings, meetingId } = await setUp()
  await using recording = await recordings.create(meetingId, ['mix'])
  const pieces = Array.from({ length: 200 }, (_, i) => recording.append('mix', counting(i * 7, 7)))
  await Promise.all(pieces)
  expect(await recording.read('mix', 0, 1400)).toEqual(counting(0, 1400))
})

it('takes a copy: the caller may use the memory again at once', async () => {
  const { recordings, meetingId } = await setUp()
  await using recording = await recordings.create(meetingId, ['mix'])
  const samples = counting(0, 100)
  const appended = recording.append('mix', samples)
  samples.fill(7)
  await appended
  expect(await recording.read('mix', 0, 100)).toEqual(counting(0, 100))
})

it('wakes who waits for more, and tells the end only when all is readable', async () => {
  const { recordings, meetingId } = await setUp()
  await using recording = await recordings.create(meetingId, ['mix'])
  const more = recording.grown('mix', 0)
  const end = recording.grown('mix', 320)
  void recording.append('mix', counting(0, 160))
  await expect(more).resolves.toBe('grown')
  void recording.append('mix', counting(160, 160))
  await recording.close()
  await expect(end).resolves.toBe('closed')
  expect(recording.length('mix')).toBe(320)
  await expect(recording.grown('mix', 319)).resolves.toBe('grown')
  await expect(recording.append('mix', counting(0, 1))).rejects.toThrow('closed')
})

it('stops waiting when told to', async () => {
  const { recordings, meetingId } = await setUp()
  await using recording = await recordings.create(meetingId, ['mix'])
  const stop = new AbortController()
  const waiting = recording.grown('mix', 0, stop.signal)
  stop.abort()
  await expect(waiting).rejects.toMatchObject({ name: 'AbortError' })
})

it('leaves a WAV file that any player understands', async () => {
  const { recordings, meetingId, pathOf } = await setUp()
  await using recording = await recordings.create(meetingId, ['mix'])
  await recording.append('mix', counting(0, 1234))
  await recording.close()
  expect(await layoutOf(pathOf('mix.wav'))).toEqual({
    encoding: 'integer',
    bytesPerSample: 2,
    channels: 1,
    sampleRate: 16_000,
    from: 44,
    to: 44 + 2 * 1234,
    missingFrames: 0,
  })
  const header = await readFile(pathOf('mix.wav'))
  expect(header.readUInt32LE(40)).toBe(2 * 1234)
  expect(header.readUInt32LE(4)).toBe(36 + 2 * 1234)
})

it('writes in the ledger what happened, and accounts for every sample', async () => {
  let now = 5000
  const { recordings, meetingId, ledger } = await setUp(() => now)
  await using recording = await recordings.create(meetingId, ['me'])
  await recording.append('me', counting(0, 1600))
  recording.note({ type: 'gap', track: 'me', from: 1600, length: 800, cause: 'device_lost' })
  now = 16_000
  await recording.append('me', new Int16Array(800))
  await recording.close()

  expect(await ledger()).toEqual([
    { wallMs: 5000, type: 'opened', version: 1, tracks: ['me'] },
    { wallMs: 5000, type: 'clock', track: 'me', at: 1600 },
    { wallMs: 5000, type: 'gap', track: 'me', from: 1600, length: 800, cause: 'device_lost' },
    { wallMs: 16_000, type: 'clock', track: 'me', at: 2400 },
    { wallMs: 16_000, type: 'closed', tracks: [{ track: 'me', length: 2400 }] },
  ])
  expect((await recording.account()).get('me')).toMatchObject({
    lengthMs: 150,
    captured: 1600 / 2400,
    gaps: [{ atMs: 100, lengthMs: 50, cause: 'device_lost' }],
    cutShort: false,
    removedAt: null,
  })
})

it('opens a closed recording to read it, without touching it', async () => {
  const { recordings, meetingId, pathOf, ledger } = await setUp()
  await using recording = await recordings.create(meetingId, ['me', 'them'])
  await recording.append('them', counting(0, 500))
  await recording.close()
  const before = await stat(pathOf('them.wav'))

  await using sound = await recordings.open(meetingId)
  expect(sound.tracks).toEqual(['me', 'them'])
  expect(sound.length('them')).toBe(500)
  expect(await sound.read('them', 0, 500)).toEqual(counting(0, 500))
  await expect(sound.grown('them', 500)).resolves.toBe('closed')
  expect((await stat(pathOf('them.wav'))).mtimeMs).toBe(before.mtimeMs)
  expect((await ledger()).at(-1)?.type).toBe('closed')
})

it('says so when the sound is gone', async () => {
  const { recordings, meetingId } = await setUp()
  await expect(recordings.open(meetingId)).rejects.toMatchObject({ code: 'not_found' })
})

it('removes a recording with all its files', async () => {
  const { recordings, meetingId } = await setUp()
  await (await recordings.create(meetingId, ['mix']))[Symbol.asyncDispose]()
  await recordings.remove(meetingId)
  await expect(stat(recordings.folderOf(meetingId))).rejects.toThrow('ENOENT')
  await recordings.remove(meetingId)
})

it('repairs a recording whose last sample and ledger line were cut', async () => {
  const { recordings, meetingId, pathOf, ledger } = await setUp()
  await leaveAsAKillWould(await recordings.create(meetingId, ['mix']), pathOf, 100)
  await appendFile(pathOf('mix.wav'), Buffer.of(1))

  await using sound = await recordings.open(meetingId)
  expect(sound.length('mix')).toBe(100)
  expect(await sound.read('mix', 0, 200)).toEqual(counting(0, 100))
  expect((await stat(pathOf('mix.wav'))).size).toBe(244)
  expect((await readFile(pathOf('mix.wav'))).readUInt32LE(40)).toBe(200)
  expect(await ledger()).toMatchObject([
    { type: 'opened' },
    { type: 'clock' },
    { type: 'recovered', tracks: [{ track: 'mix', length: 100 }] },
  ])
})

it.each([
  ['part of its header', 20],
  ['everything', 0],
])('opens a track that lost %s', async (_, bytes) => {
  const { recordings, meetingId, pathOf } = await setUp()
  await leaveAsAKillWould(await recordings.create(meetingId, ['mix']), pathOf, 100)
  await truncate(pathOf('mix.wav'), bytes)
  await using sound = await recordings.open(meetingId)
  expect(sound.length('mix')).toBe(0)
  expect(await sound.read('mix', 0, 10)).toEqual(new Int16Array(0))
  expect((await layoutOf(pathOf('mix.wav')))?.to).toBe(44)
})

it('opens a recording without its ledger', async () => {
  const { recordings, meetingId, pathOf } = await setUp()
  await using recording = await recordings.create(meetingId, ['mix'])
  await recording.append('mix', counting(0, 100))
  await recording.close()
  await rm(pathOf('ledger.jsonl'))
  await using sound = await recordings.open(meetingId)
  expect(sound.length('mix')).toBe(100)
})

it('loses at most a second when it is killed, and can be read from outside before and after', async () => {
  const { root, recordings } = await setUp()
  const program = join(import.meta.dirname, 'fixtures/record-until-killed.ts')
  const child = spawn(process.execPath, [program, root], { stdio: ['ignore', 'pipe', 'inherit'] })
  const died = once(child, 'exit')
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const meetingId = MeetingId.parse((await lines.next()).value)
  let heard = 0
  for (; heard < 12_000; heard = Number((await lines.next()).value)) continue

  await using outside = await recordings.follow(meetingId)
  await expect(outside.grown('me', heard)).resolves.toBe('grown')
  expect(await outside.read('me', 0, heard)).toEqual(counting(0, heard))

  child.kill('SIGKILL')
  await died
  for (let line = await lines.next(); !line.done; line = await lines.next()) {
    heard = Number(line.value)
  }
  await using sound = await recordings.open(meetingId)
  for (const track of ['me', 'them'] as const) {
    const length = sound.length(track)
    expect(length).toBeGreaterThan(heard - 16_000)
    expect(await sound.read(track, 0, length)).toEqual(counting(0, length))
    await expect(sound.grown(track, length)).resolves.toBe('closed')
  }
  await expect(outside.grown('me', sound.length('me'))).resolves.toBe('closed')
})

it.skipIf(process.platform === 'win32' || getuid?.() === 0)(
  'says in words that the data folder cannot be written',
  async () => {
    const { root, recordings, meetingId } = await setUp()
    await chmod(root, 0o555)
    await expect(recordings.create(meetingId, ['mix'])).rejects.toMatchObject({
      code: 'data_read_only',
    })
    await chmod(root, 0o755)
  },
)

it('keeps the header up to date while it records', async () => {
  const { recordings, meetingId, pathOf } = await setUp()
  await using recording = await recordings.create(meetingId, ['mix'])
  await recording.append('mix', counting(0, 1600))
  await using file = await open(pathOf('mix.wav'))
  const dataBytes = async () => {
    const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 40)
    return buffer.readUInt32LE()
  }
  await expect.poll(dataBytes).toBe(3200)
})
