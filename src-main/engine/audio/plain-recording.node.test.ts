import { randomUUID } from 'node:crypto'
import { appendFile, mkdtemp, open, readFile, rm, stat, truncate } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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
