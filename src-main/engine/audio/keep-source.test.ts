import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { MeetingId } from '#contract/ids.ts'
import { wholeWarning } from '#contract/warning.ts'
import { keepSource } from './keep-source.ts'
import { parseLedger } from './ledger.ts'
import { folderRecordings } from './recording.node.ts'
import type { Source, SourceEvent } from './source.ts'

/** A source that tells what a device would. */
function sourceOf(events: readonly SourceEvent[]): Source {
  return {
    tracks: ['me', 'them'],
    totalMs: null,
    events: (async function* () {
      yield* events
    })(),
    controls: null,
    stop: () => undefined,
    [Symbol.asyncDispose]: async () => undefined,
  }
}

const samples = (track: 'me' | 'them', length: number, value: number): SourceEvent => ({
  type: 'samples',
  track,
  samples: new Float32Array(length).fill(value),
  deviceMs: 0,
})

async function newRecording() {
  const root = await mkdtemp(join(tmpdir(), 'rtstt-keep-'))
  onTestFinished(() => rm(root, { recursive: true, force: true }))
  const meetingId = MeetingId.parse(randomUUID())
  const recordings = folderRecordings(root)
  const path = join(recordings.folderOf(meetingId), 'ledger.jsonl')
  const ledger = async () => parseLedger(await readFile(path, 'utf8'))
  return { recording: await recordings.create(meetingId, ['me', 'them']), ledger }
}

it('keeps positions true: what is missing is silence of the same length, and stands in the ledger', async () => {
  const { recording: made } = await newRecording()
  await using recording = made
  await keepSource(
    sourceOf([
      samples('me', 1600, 0.5),
      samples('them', 1600, 0.25),
      { type: 'gap', track: 'me', length: 400_000, cause: 'device_lost' },
      { type: 'format', track: 'me', name: 'another', sampleRate: 44_100, channels: 1 },
      samples('me', 1600, 0.5),
      { type: 'silence', track: 'them', length: 401_600 },
      { type: 'cut_short', track: 'them', missing: null },
    ]),
    recording,
  )
  expect(recording.length('me')).toBe(403_200)
  expect(recording.length('them')).toBe(403_200)
  expect(Array.from(await recording.read('me', 1599, 1601))).toEqual([16_384, 0])
  expect(Array.from(await recording.read('me', 401_599, 401_601))).toEqual([0, 16_384])
  await recording.close()
  const accounts = await recording.account()
  expect(accounts.get('me')).toEqual({
    lengthMs: 25_200,
    captured: 3200 / 403_200,
    gaps: [{ atMs: 100, lengthMs: 25_000, cause: 'device_lost' }],
    pauses: [],
    sources: [{ atMs: 25_100, name: 'another', sampleRate: 44_100, channels: 1 }],
    cutShort: false,
    removedAt: null,
  })
  expect(accounts.get('them')).toMatchObject({
    lengthMs: 25_200,
    captured: 1,
    gaps: [],
    cutShort: true,
    removedAt: null,
  })
})

const lost = (length: number): SourceEvent => ({
  type: 'gap',
  track: 'me',
  length,
  cause: 'device_lost',
})

it('notes the beginning and the end of a gap that is told in many pieces', async () => {
  const { recording: made, ledger } = await newRecording()
  await using recording = made
  const pieces = Array.from({ length: 500 }, () => [lost(160), samples('them', 160, 0.5)]).flat()
  await keepSource(sourceOf([...pieces, samples('me', 160, 0.5), lost(16)]), recording)
  await recording.close()
  const gaps = (await ledger()).filter(({ type }) => type === 'gap' || type === 'gap_open')
  expect(gaps).toMatchObject([
    { type: 'gap', from: 0, length: 160 },
    { type: 'gap_open', from: 0 },
    { type: 'gap', from: 0, length: 80_000 },
    { type: 'gap', from: 80_160, length: 16 },
  ])
  expect((await recording.account()).get('me')?.gaps).toEqual([
    { atMs: 0, lengthMs: 5000, cause: 'device_lost' },
    { atMs: 5010, lengthMs: 1, cause: 'device_lost' },
  ])
})

it('ends a gap where its source fails', async () => {
  const { recording: made } = await newRecording()
  await using recording = made
  async function* failing(): AsyncGenerator<SourceEvent> {
    yield lost(1600)
    yield lost(1600)
    throw new Error('gone')
  }
  const source = { ...sourceOf([]), events: failing() }
  await expect(keepSource(source, recording)).rejects.toThrow('gone')
  await recording.close()
  expect((await recording.account()).get('me')).toMatchObject({
    captured: 0,
    gaps: [{ atMs: 0, lengthMs: 200 }],
  })
})

it('notes pauses, and what turns out to have been deaf, and passes by what is only shown', async () => {
  const { recording: made, ledger } = await newRecording()
  await using recording = made
  const hearing = { paused: false, microphoneMuted: false, tracks: [] }
  await keepSource(
    sourceOf([
      samples('them', 1600, 0),
      { type: 'levels', levels: [{ track: 'me', peak: 0.1, rms: 0.01 }] },
      { type: 'hearing', hearing },
      { type: 'warning', warning: wholeWarning('device_deaf', 'Nothing arrives.') },
      { type: 'deaf', track: 'them', length: 800 },
      { type: 'deaf', track: 'me', length: 800 },
      { type: 'paused', track: 'them', cause: 'sleep' },
      { type: 'resumed', track: 'them' },
    ]),
    recording,
  )
  await recording.close()
  const notes = (await ledger()).map(({ wallMs: _, ...note }) => note)
  expect(notes.filter(({ type }) => type !== 'clock')).toEqual([
    { type: 'opened', version: 1, tracks: ['me', 'them'] },
    { type: 'gap', track: 'them', from: 800, length: 800, cause: 'deaf' },
    { type: 'gap', track: 'me', from: 0, length: 0, cause: 'deaf' },
    { type: 'paused', track: 'them', at: 1600, cause: 'sleep' },
    { type: 'resumed', track: 'them', at: 1600 },
    {
      type: 'closed',
      tracks: [
        { track: 'me', length: 0 },
        { track: 'them', length: 1600 },
      ],
    },
  ])
})
