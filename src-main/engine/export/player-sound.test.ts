import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import type { RecordedSound } from '../audio/recording.ts'
import { playerSound, wavCoder } from './player-sound.ts'

const length = 40_000
const tone = Int16Array.from({ length }, (_, at) => (at * 7) % 1000)

/** Two tracks, of which one is silent and shorter. */
const recorded = {
  tracks: ['me', 'them'],
  length: (track: string) => (track === 'me' ? length : 10),
  read: async (track: string, from: number, to: number) =>
    track === 'me' ? tone.slice(from, to) : new Int16Array(Math.max(0, Math.min(10, to) - from)),
} as unknown as RecordedSound

it('is the whole recording, in pieces that join', async () => {
  const shares: number[] = []
  const signal = new AbortController().signal
  const progressed = (share: number): void => void shares.push(share)
  const sound = await playerSound(recorded, wavCoder(length), { signal, progressed })
  const bytes = Buffer.from(sound.pieces.join(''), 'base64')
  expect(bytes.subarray(0, 4).toString()).toBe('RIFF')
  expect(bytes.subarray(44)).toEqual(Buffer.from(tone.buffer))
  expect(sound.sha256).toBe(createHash('sha256').update(sound.pieces.join('')).digest('hex'))
  expect(shares.at(-1)).toBe(1)
})

it('ends where nobody wants it any more', async () => {
  const signal = AbortSignal.abort(new Error('enough'))
  const work = playerSound(recorded, wavCoder(length), { signal, progressed: () => {} })
  await expect(work).rejects.toThrow('enough')
})
