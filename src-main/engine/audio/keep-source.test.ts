import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { MeetingId } from '#contract/ids.ts'
import { keepSource } from './keep-source.ts'
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

it('keeps positions true: what is missing is silence of the same length, and stands in the ledger', async () => {
  const root = await mkdtemp(join(tmpdir(), 'rtstt-keep-'))
  onTestFinished(() => rm(root, { recursive: true, force: true }))
  const meetingId = MeetingId.parse(randomUUID())
  await using recording = await folderRecordings(root).create(meetingId, ['me', 'them'])
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
  })
  expect(accounts.get('them')).toMatchObject({
    lengthMs: 25_200,
    captured: 1,
    gaps: [],
    cutShort: true,
  })
})
