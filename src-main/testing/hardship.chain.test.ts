import { afterEach, describe, expect, it, vi } from 'vitest'
import { inventedPoints, measureHardship } from '../../bench/hardship.ts'
import { replay } from '../../bench/replay/replay.ts'
import { soundOf } from '../../bench/replay/sound.ts'
import { type BankVoice, readBank } from '../../bench/sounds/bank.ts'
import { compose } from '../../bench/sounds/compose.ts'
import type { hardships } from '../../bench/sounds/hardships.ts'
import { notSpeech } from '../../bench/sounds/not-speech.ts'
import { measureTracks } from '../../bench/live-metrics.ts'

let bank: Promise<BankVoice[]> | null = null
const voices = (): Promise<BankVoice[]> => (bank ??= readBank())

/** Seconds of each; the same meetings are measured at length by the benches. */
const meetings: ReadonlyArray<readonly [keyof typeof hardships, number]> = [
  ['monologue without a pause', 60],
  ['two people at once', 15],
  ['telephone', 8],
  ['clipping', 8],
  ['music under speech', 8],
]

describe('a meeting that is hard to hear', () => {
  it.each(meetings)('%s: nothing is lost, taken back or invented', async (name, seconds) => {
    const tracks = await measureHardship(await voices(), name, seconds)
    for (const track of tracks) {
      expect(track.soundMs).toBe(seconds * 1000)
      expect(track.unreadMs).toBe(0)
      expect(track.committedChanged).toBe(0)
      expect(track.undecodedMs ?? 0).toBe(0)
    }
    // A word too many may be a sentence's end that a cut made; a sentence that nobody said is more.
    expect(inventedPoints(tracks)).toBeLessThanOrEqual(3)
  })
})

describe('sound in which nobody speaks', () => {
  it.each(Object.keys(notSpeech))('gives no word: %s', async (name) => {
    const them = notSpeech[name]?.(12, 3) ?? new Int16Array(0)
    const { events, transcript, meeting } = await replay(soundOf({ them }), { clock: 'stopped' })
    expect(meeting).toMatchObject({ durationMs: 12_000, unreadMs: 0, state: 'done' })
    expect(transcript.segments).toEqual([])
    expect(events.filter(({ event }) => event.type === 'hypothesis.changed')).toEqual([])
  })
})

describe('a clock that is set back', () => {
  afterEach(() => void vi.restoreAllMocks())

  it('in the middle of a meeting changes neither its text nor its recording', async () => {
    const { sound, said } = compose(await voices(), { manner: 'talk', seconds: 10, seed: 31 })
    const texts = async (onEvent: () => void = () => {}) => {
      const replayed = await replay(sound, { clock: 'stopped', onEvent })
      const [track] = measureTracks(replayed, said, null)
      expect(track).toMatchObject({ soundMs: 10_000, unreadMs: 0, committedChanged: 0 })
      return replayed.transcript.segments.map(({ track: name, startMs, text }) => [
        name,
        startMs,
        text,
      ])
    }
    const before = await texts()
    expect(before.length).toBeGreaterThan(2)
    const realNow = Date.now
    let told = 0
    const hourAgo = (): number => realNow() - 3_600_000
    const after = await texts(() => {
      if (++told === 5) vi.spyOn(Date, 'now').mockImplementation(hourAgo)
    })
    expect(told).toBeGreaterThan(5)
    expect(after).toEqual(before)
  })
})
