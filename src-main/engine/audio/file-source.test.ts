import { randomUUID } from 'node:crypto'
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { MeetingId } from '#contract/ids.ts'
import { openFileSource } from './file-source.ts'
import { fixture, hear, level, loudness, temporaryFolder, written } from './fixtures/hear-file.ts'
import { chunk, makeWav, tone, type WavShape } from './fixtures/make-wav.ts'
import { keepSource } from './keep-source.ts'
import { folderRecordings } from './recording.node.ts'

describe('a WAV file', () => {
  const kinds: ReadonlyArray<[string, WavShape & { readonly tolerance?: number }]> = [
    ['8 bit', { bits: 8, tolerance: 0.02 }],
    ['16 bit', {}],
    ['24 bit', { bits: 24 }],
    ['32 bit', { bits: 32 }],
    ['32 bit float', { bits: 32, float: true }],
    ['64 bit float', { bits: 64, float: true }],
    ['extensible 24 bit', { bits: 24, extensible: true }],
    ['8 kHz', { sampleRate: 8000 }],
    ['44.1 kHz', { sampleRate: 44_100 }],
    ['48 kHz', { sampleRate: 48_000 }],
    ['96 kHz', { sampleRate: 96_000 }],
    ['of two channels', { channels: 2 }],
    ['of six channels', { channels: 6, sampleRate: 48_000, extensible: true }],
    ['with a chunk before the samples', { before: chunk('LIST', Buffer.alloc(101, 65)) }],
    ['with a chunk behind the samples', { behind: chunk('LIST', Buffer.from('INFOISFT')) }],
    ['whose sizes are 0', { dataBytes: 0, riffBytes: 0 }],
    ['whose sizes are the highest number', { dataBytes: 0xffff_ffff, riffBytes: 0xffff_ffff }],
    ['whose header was never brought up to date', { dataBytes: 16, riffBytes: 52 }],
    ['of a program that wrote to a pipe', { dataBytes: 0x7fff_f000, riffBytes: 0x7fff_f024 }],
  ]
  it.each(kinds)('%s is heard as it is', async (_, { tolerance = 0.001, ...shape }) => {
    const { sampleRate = 16_000, channels = 1 } = shape
    const wav = makeWav(tone(1, { sampleRate, channels }), shape)
    const { samplesOf, totalMs, oddities, tracks } = await hear(await written(wav))
    const samples = samplesOf('mix')
    expect(tracks).toEqual(['mix'])
    expect(totalMs).toBe(1000)
    expect(samples.length).toBe(16_000)
    expect(oddities).toEqual([])
    for (let channel = 1; channel <= channels; channel++) {
      expect(Math.abs(loudness(samples, 440 * channel) - 0.5 / channels)).toBeLessThan(tolerance)
    }
  })

  it('larger than 4 GiB keeps its size in a chunk of its own, which is believed', async () => {
    const sizes = Buffer.alloc(28)
    sizes.writeBigUInt64LE(32_000n, 8)
    const wav = makeWav(tone(2), { before: chunk('ds64', sizes), dataBytes: 0xffff_ffff })
    wav.write('RF64', 'latin1')
    const { samplesOf, oddities } = await hear(await written(wav))
    expect(samplesOf('mix').length).toBe(16_000)
    expect(oddities).toEqual([])
  })

  it('whose samples are no numbers is silent there', async () => {
    const frames = tone(0.1).map(([x = 0], i) => [i % 7 === 0 ? Number.NaN : i % 11 ? x : Infinity])
    const { samplesOf } = await hear(await written(makeWav(frames, { bits: 32, float: true })))
    expect(samplesOf('mix').every(Number.isFinite)).toBe(true)
  })

  it('that is cut is heard to its end, and tells what is missing', async () => {
    const wav = makeWav(tone(1))
    const { samplesOf, oddities, totalMs } = await hear(await written(wav.subarray(0, 44 + 16_001)))
    expect(samplesOf('mix').length).toBe(8000)
    expect(totalMs).toBe(500)
    expect(oddities).toEqual([{ type: 'cut_short', track: 'mix', missing: 8000 }])
  })

  it('of the samples in this project is heard whole', async () => {
    const path = join(import.meta.dirname, '../../../resources/samples/four-sentences.wav')
    const { samplesOf, events } = await hear(path)
    const frames = ((await readFile(path)).length - 44) / 2
    expect(samplesOf('mix').length).toBe(frames)
    expect(events[0]).toEqual({
      type: 'format',
      track: 'mix',
      name: 'wav',
      sampleRate: 16_000,
      channels: 1,
    })
  })

  it('of two voices is split into two tracks', async () => {
    const wav = makeWav(tone(1, { sampleRate: 48_000, channels: 2 }), { sampleRate: 48_000 })
    const { tracks, samplesOf } = await hear(await written(wav), 'split')
    expect(tracks).toEqual(['me', 'them'])
    expect(loudness(samplesOf('me'), 440)).toBeCloseTo(0.5, 2)
    expect(loudness(samplesOf('me'), 880)).toBeCloseTo(0, 2)
    expect(loudness(samplesOf('them'), 880)).toBeCloseTo(0.5, 2)
    expect(samplesOf('them').length).toBe(16_000)
  })
})

describe('a compressed file', () => {
  it.each([
    ['burst.mp3', 'mp3', 0],
    ['burst-unmarked.mp3', 'mp3', 70],
    ['burst.m4a', 'mov', 0],
    ['burst-streamable.m4a', 'mov', 0],
    ['burst.mp4', 'mov', 0],
    ['burst.mov', 'mov', 0],
    ['burst.aac', 'aac', 64],
    ['burst.ogg', 'ogg', 0],
    ['burst.opus', 'ogg', 0],
    ['burst.webm', 'matroska', 0],
    ['burst.mkv', 'matroska', 0],
    ['burst-long-picture.webm', 'matroska', 0],
    ['burst.flac', 'flac', 0],
    ['burst.wma', 'asf', 64],
    ['burst.aiff', 'aiff', 0],
    ['burst-adpcm.wav', 'wav', 0],
  ])('%s is heard, each sound at its time', async (name, kind, lateMs) => {
    const { samplesOf, events, oddities } = await hear(fixture(name))
    const samples = samplesOf('mix')
    expect(events[0]).toMatchObject({ type: 'format', name: kind })
    expect(oddities).toEqual([])
    // A file without marks may keep the run-in of its coder, at most `lateMs`.
    expect(Math.abs(samples.length - 16_000)).toBeLessThanOrEqual(400 + 2 * lateMs * 16)
    expect(level(samples, 0, 225)).toBeLessThan(0.02)
    expect(level(samples, 275 + lateMs, 725)).toBeCloseTo(0.5 / Math.SQRT2, 1)
    expect(level(samples, 790 + lateMs, 990)).toBeLessThan(0.02)
  })

  it('of two voices is split into two tracks', async () => {
    const { samplesOf } = await hear(fixture('two-voices.mp3'), 'split')
    expect(loudness(samplesOf('me'), 440)).toBeCloseTo(0.5, 1)
    expect(loudness(samplesOf('me'), 880)).toBeLessThan(0.02)
    expect(loudness(samplesOf('them'), 880)).toBeCloseTo(0.5, 1)
  })

  it.each([
    ['burst.mp3', 2600],
    ['burst-streamable.m4a', 3200],
  ])('%s that is cut is heard to its end, and tells what is missing', async (name, bytes) => {
    const whole = await readFile(fixture(name))
    const { samplesOf, oddities } = await hear(await written(whole.subarray(0, bytes), name))
    const heard = samplesOf('mix').length
    expect(heard).toBeGreaterThan(6000)
    expect(level(samplesOf('mix'), 275, 375)).toBeCloseTo(0.5 / Math.SQRT2, 1)
    expect(oddities).toEqual([{ type: 'cut_short', track: 'mix', missing: expect.any(Number) }])
    const [cut] = oddities
    expect(cut?.type === 'cut_short' && Math.abs((cut.missing ?? 0) + heard - 16_000)).toBeLessThan(
      2,
    )
  })

  it('whose picture lasts longer than its sound is as long as its sound', async () => {
    const { totalMs } = await hear(fixture('burst-long-picture.webm'))
    expect(Math.abs((totalMs ?? 0) - 1000)).toBeLessThan(20)
  })

  it('that does not tell the length of the sound beside its picture promises none', async () => {
    const bytes = await readFile(fixture('burst-long-picture.webm'))
    // The names of the tags that tell the length of each stream.
    const untold = Buffer.from(
      bytes.toString('latin1').replaceAll('DURATION', 'UNKNOWN_'),
      'latin1',
    )
    const { totalMs, oddities } = await hear(await written(untold, 'untold.webm'))
    expect(totalMs).toBeNull()
    expect(oddities).toEqual([])
  })

  it('that is cut within its sound tells so, though its picture lasts longer', async () => {
    const whole = await readFile(fixture('burst-long-picture.webm'))
    const { oddities } = await hear(await written(whole.subarray(0, 3600), 'cut.webm'))
    expect(oddities).toMatchObject([{ type: 'cut_short', track: 'mix' }])
  })

  it('with damage in its middle is heard before and behind it, and the hole is told', async () => {
    const bytes = await readFile(fixture('burst.flac'))
    bytes.fill(0xaa, 10_000, 12_500)
    const { samplesOf, oddities } = await hear(await written(bytes, 'burst.flac'))
    expect(Math.abs(samplesOf('mix').length - 16_000)).toBeLessThan(800)
    expect(oddities).toMatchObject([{ type: 'gap', track: 'mix', cause: 'file_hole' }])
  })
})

it.each(['Übung – 会議 🎙.wav', 'a b%20c#d.wav', 'concat:a.wav'])(
  'reads a file named %s, also by way of the codec library',
  async (name) => {
    if (process.platform === 'win32' && name.includes(':')) return
    const folder = join(await temporaryFolder(), 'Ordner ä')
    await mkdir(folder)
    await writeFile(join(folder, name), makeWav(tone(0.5)))
    expect((await hear(join(folder, name))).samplesOf('mix').length).toBe(8000)
    const compressed = join(folder, name.replace('.wav', '.mp3'))
    await copyFile(fixture('burst.mp3'), compressed)
    expect((await hear(compressed)).samplesOf('mix').length).toBe(16_000)
  },
)

it('keeps what a file tells in a recording, with every oddity in the ledger', async () => {
  const root = await temporaryFolder()
  const recordings = folderRecordings(root)
  const wav = makeWav(tone(1, { sampleRate: 48_000, channels: 2 }), { sampleRate: 48_000 })
  const path = await written(wav.subarray(0, 44 + 96_000))
  await using source = await openFileSource(path, { pace: 'fast', channels: 'split' })
  await using recording = await recordings.create(MeetingId.parse(randomUUID()), source.tracks)
  await keepSource(source, recording)
  await recording.close()
  const track = { lengthMs: 500, captured: 1, gaps: [], cutShort: true }
  const accounts = await recording.account()
  expect(accounts.get('me')).toMatchObject(track)
  expect(accounts.get('them')).toMatchObject(track)
})
