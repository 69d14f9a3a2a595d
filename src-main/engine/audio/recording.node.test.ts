import { spawn } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { chmod, mkdtemp, readFile, rm, stat, truncate } from 'node:fs/promises'
import { getuid } from 'node:process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { describe, onTestFinished, expect, it } from 'vitest'
import { MeetingId } from '#contract/ids.ts'
import { testKeys } from './fixtures/test-keys.ts'
import { readLedgerFile } from './ledger-file.node.ts'
import { folderRecordings } from './recording.node.ts'
import { formOf, ledgerPath, trackPath } from './recording-form.node.ts'
import type { Recording } from './recording.ts'

const counting = (from: number, length: number) =>
  Int16Array.from({ length }, (_, i) => (from + i) % 30_000)

describe.each([
  { form: 'plain', key: null },
  { form: 'sealed', key: randomBytes(32) },
])('a recording that is $form', ({ key }) => {
  const locking = key && testKeys(key)

  async function setUp(nowMs?: () => number) {
    const root = await mkdtemp(join(tmpdir(), 'rtstt-recording-'))
    onTestFinished(() => rm(root, { recursive: true, force: true }))
    const recordings = folderRecordings(root, nowMs, locking)
    const meetingId = MeetingId.parse(randomUUID())
    const form = () => formOf(recordings.folderOf(meetingId), locking)
    const ledger = async () => readLedgerFile(await form())
    const pathOf = async (track: 'mix' | 'them') => trackPath(await form(), track)
    const pathOfLedger = async () => ledgerPath(await form())
    return { root, recordings, meetingId, pathOf, pathOfLedger, ledger }
  }

  /** No closing line and half a line in its place. */
  async function leaveAsAKillWould(
    recording: Recording,
    pathOfLedger: () => Promise<string>,
    samples: number,
  ): Promise<void> {
    await recording.append('mix', counting(0, samples))
    await recording[Symbol.asyncDispose]()
    const ledger = await readFile(await pathOfLedger())
    await truncate(await pathOfLedger(), ledger.length - 20)
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

  it('keeps appends in order that did not wait for each other', async () => {
    const { recordings, meetingId } = await setUp()
    await using recording = await recordings.create(meetingId, ['mix'])
    const pieces = Array.from({ length: 200 }, (_, i) =>
      recording.append('mix', counting(i * 7, 7)),
    )
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
    const before = await stat(await pathOf('them'))

    await using sound = await recordings.open(meetingId)
    expect(sound.tracks).toEqual(['me', 'them'])
    expect(sound.length('them')).toBe(500)
    expect(await sound.read('them', 0, 500)).toEqual(counting(0, 500))
    await expect(sound.grown('them', 500)).resolves.toBe('closed')
    expect((await stat(await pathOf('them'))).mtimeMs).toBe(before.mtimeMs)
    expect((await ledger()).at(-1)?.type).toBe('closed')
  })

  it('goes on behind what a kill left, and says so', async () => {
    const { recordings, meetingId, pathOfLedger, ledger } = await setUp()
    await leaveAsAKillWould(await recordings.create(meetingId, ['mix']), pathOfLedger, 10_000)
    {
      await using recording = await recordings.extend(meetingId)
      expect(recording.length('mix')).toBe(10_000)
      await recording.append('mix', counting(10_000, 500))
      expect(await recording.read('mix', 0, 99_999)).toEqual(counting(0, 10_500))
      await using follower = await recordings.follow(meetingId)
      const more = follower.grown('mix', 10_500)
      await recording.append('mix', counting(10_500, 1))
      expect(await more).toBe('grown')
      expect(await follower.read('mix', 3_000, 99_999)).toEqual(counting(3_000, 7_501))
    }
    await using sound = await recordings.open(meetingId)
    expect(await sound.read('mix', 0, 99_999)).toEqual(counting(0, 10_501))
    expect((await ledger()).map(({ type }) => type)).toContain('extended')
  })

  it('is mended when its ledger line was cut', async () => {
    const { recordings, meetingId, pathOfLedger, ledger } = await setUp()
    await leaveAsAKillWould(await recordings.create(meetingId, ['mix']), pathOfLedger, 100)
    await using sound = await recordings.open(meetingId)
    expect(await sound.read('mix', 0, 200)).toEqual(counting(0, 100))
    expect(await ledger()).toMatchObject([
      { type: 'opened' },
      { type: 'clock' },
      { type: 'recovered', tracks: [{ track: 'mix', length: 100 }] },
    ])
  })

  it('says how much is missing of what the ledger knew', async () => {
    const { recordings, meetingId, pathOf, pathOfLedger } = await setUp()
    const recording = await recordings.create(meetingId, ['mix'])
    await leaveAsAKillWould(recording, pathOfLedger, 10_000)
    await truncate(await pathOf('mix'), 7_000)
    await using sound = await recordings.open(meetingId)
    expect(sound.length('mix')).toBeGreaterThan(3_000)
    expect(sound.length('mix')).toBeLessThan(3_600)
    expect((await sound.account()).get('mix')).toMatchObject({ cutShort: true, gaps: [] })
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

  it('opens a recording without its ledger', async () => {
    const { recordings, meetingId, pathOfLedger } = await setUp()
    await using recording = await recordings.create(meetingId, ['mix'])
    await recording.append('mix', counting(0, 100))
    await recording.close()
    await rm(await pathOfLedger())
    await using sound = await recordings.open(meetingId)
    expect(sound.length('mix')).toBe(100)
  })

  it('loses at most a second when it is killed, and can be read from outside before and after', async () => {
    const { root, recordings } = await setUp()
    const program = join(import.meta.dirname, 'fixtures/record-until-killed.ts')
    const child = spawn(process.execPath, [program, root, ...(key ? [key.toString('hex')] : [])], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
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
})
