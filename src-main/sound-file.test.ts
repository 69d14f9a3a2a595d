import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { EngineApi } from '#contract/commands.ts'
import { AppError } from '#contract/errors.ts'
import { MeetingId } from '#contract/ids.ts'
import { wavHeader } from '#engine/audio/wav-header.ts'
import { soundFile } from './sound-file.ts'

const meetingId = MeetingId.parse(randomUUID())

/** A recording of so many milliseconds, whose bytes can be told apart, and what was asked of it. */
function recordingOf(wholeMs: number) {
  const sound = Uint8Array.from({ length: wholeMs * 32 }, (_, at) => (at * 31 + (at >> 8)) % 251)
  const asked: Array<readonly [number, number]> = []
  const clip: EngineApi['meeting.clip'] = async ({ fromMs, toMs }) => {
    asked.push([fromMs, toMs])
    const piece = sound.subarray(fromMs * 32, toMs * 32)
    if (piece.length === 0) throw new AppError('file_missing', 'Nothing is there.')
    return {
      fromMs,
      toMs,
      wholeMs,
      mediaType: 'audio/wav',
      base64: Buffer.concat([wavHeader(piece.length / 2), piece]).toString('base64'),
    }
  }
  const file = Buffer.concat([wavHeader(sound.length / 2), sound])
  const ask = async (range: string | null) => {
    const { body, ...rest } = await soundFile(clip, { meetingId, track: null, range })
    return { ...rest, bytes: Buffer.concat(await Array.fromAsync(body)) }
  }
  return { clip, ask, asked, file }
}

it('is a whole file for who asks for it, put together of pieces', async () => {
  const { ask, file, asked } = recordingOf(70_000)
  const { status, headers, bytes } = await ask(null)
  expect(status).toBe(200)
  expect(headers).toMatchObject({
    'content-length': `${file.length}`,
    'content-type': 'audio/wav',
    'accept-ranges': 'bytes',
  })
  expect(bytes.equals(file)).toBe(true)
  expect(Math.max(...asked.map(([from, to]) => to - from))).toBeLessThanOrEqual(30_000)
})

it('gives exactly the bytes that are asked for', async () => {
  const { ask, file } = recordingOf(400)
  const place = fc.nat(file.length - 1)
  await fc.assert(
    fc.asyncProperty(place, place, async (a, b) => {
      const [from, last] = [Math.min(a, b), Math.max(a, b)]
      const { status, headers, bytes } = await ask(`bytes=${from}-${last}`)
      expect(status).toBe(206)
      expect(headers['content-range']).toBe(`bytes ${from}-${last}/${file.length}`)
      expect(headers['content-length']).toBe(`${last + 1 - from}`)
      expect(bytes.equals(file.subarray(from, last + 1))).toBe(true)
    }),
    { numRuns: 60 },
  )
})

it('refuses what lies behind the end', async () => {
  const { ask, file } = recordingOf(10)
  expect(await ask(`bytes=${file.length}-`)).toMatchObject({
    status: 416,
    headers: { 'content-range': `bytes */${file.length}` },
    bytes: Buffer.alloc(0),
  })
})

it('reads no further than somebody listens', async () => {
  const { clip, asked } = recordingOf(100_000)
  const { body } = await soundFile(clip, { meetingId, track: null, range: 'bytes=320044-' })
  for await (const piece of body) {
    expect(piece.length).toBe(32_000)
    break
  }
  expect(asked).toEqual([
    [0, 1],
    [10_000, 11_000],
  ])
})

it('says why where there is no sound', async () => {
  await expect(recordingOf(0).ask(null)).rejects.toMatchObject({ code: 'file_missing' })
})
