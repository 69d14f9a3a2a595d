import { describe, expect, it } from 'vitest'
import type { Segment } from '#contract/transcript.ts'
import { liveFigures } from './live-figures.ts'
import { measureTracks } from './live-metrics.ts'
import { committed, decoded, guessed, meetingId, segmentOf } from './metrics/told-events.ts'
import type { Replayed } from './replay/replay.ts'
import type { Said } from './sounds/compose.ts'

/** Two utterances of `me`, the second after a pause; each word takes 300 ms. */
const said: Said[] = [
  { track: 'me', words: timed('we ship it', 1000) },
  { track: 'me', words: timed('okay', 1950) },
  { track: 'me', words: timed('next topic', 4000) },
]

function timed(text: string, fromMs: number): Said['words'] {
  return text.split(' ').map((word, n) => ({
    text: word,
    startMs: fromMs + n * 300,
    endMs: fromMs + (n + 1) * 300,
  }))
}

function replayedWith(
  events: Replayed['events'],
  segments: readonly Segment[],
  voiced: Replayed['voiced'] = [],
): Replayed {
  const account = {
    lengthMs: 6000,
    captured: 1,
    gaps: [],
    pauses: [],
    sources: [],
    cutShort: false,
    removedAt: null,
  }
  const described = {
    id: meetingId,
    title: '',
    startedAt: '2026-01-01T00:00:00.000Z',
    durationMs: 6000,
    language: 'en',
    model: 'test',
  }
  return {
    events,
    voiced,
    wallMs: 0,
    meeting: {
      ...described,
      state: 'done',
      segmentCount: segments.length,
      unreadMs: 0,
      imported: false,
      folder: null,
      tags: [],
      people: [],
    },
    transcript: { ...described, tracks: [{ name: 'me', account }], segments: [...segments] },
  }
}

const first = segmentOf(10, 'We ship it. Okay.')
const second = segmentOf(40, 'Next topic.')

/** As a policy tells it that commits at the end of each utterance. */
const spoken = [
  guessed(1500, 'we'),
  guessed(2300, 'we ship it'),
  guessed(2900, null),
  committed(2900, first),
  decoded('commit', 700, 2700),
  guessed(4700, 'next topic'),
  guessed(5200, null),
  committed(5200, second),
]

function measured(replayed: Replayed) {
  const [track] = measureTracks(replayed, said, null)
  if (!track) throw new Error('nothing was measured')
  return track
}

describe('the measures of live text', () => {
  it('are times from what was said to what was told, by utterance and by word', () => {
    const track = measured(replayedWith(spoken, [first, second]))
    expect(track.firstWordMs).toEqual([500, 700])
    expect(track.displayMs).toEqual([200, 700, 400, 650, 400, 100])
    expect(track.commitMs).toEqual([1600, 1300, 1000, 650, 900, 600])
    expect(track.finalMs).toEqual([650, 600])
    expect(track.speechMs).toBe(900 + 300 + 600)
    expect(track).toMatchObject({ words: 6, erased: 0, committedChanged: 0, unreadMs: 0 })
  })

  it('tell of committed text that is no longer there, or no longer the same', () => {
    expect(measured(replayedWith(spoken, [second])).committedChanged).toBe(4)
    const other = segmentOf(10, 'We ship that. Okay.')
    expect(measured(replayedWith(spoken, [other, second])).committedChanged).toBe(2)
  })

  it('take a stronger reading of the same stretch for no change', () => {
    const again: Segment = { ...segmentOf(11, 'We shipped it, okay.'), status: 'final' }
    expect(measured(replayedWith(spoken, [again, second])).committedChanged).toBe(0)
  })

  it('tell of a voice that no decode looked at', () => {
    const voiced = [
      { track: 'me', fromMs: 900, toMs: 2300 },
      { track: 'me', fromMs: 4000, toMs: 4600 },
    ] as const
    expect(measured(replayedWith(spoken, [first, second], voiced)).undecodedMs).toBe(600)
  })

  it('become figures that are held against what is promised', () => {
    const lossy = measured(
      replayedWith([...spoken, guessed(5300, 'you'), guessed(6000, null)], [second]),
    )
    const figures = new Map(liveFigures([lossy]).map((figure) => [figure.name, figure]))
    expect(figures.get('committed words changed or removed')).toMatchObject({ value: 4, atMost: 0 })
    expect(figures.get('normalised erasure of what was shown')).toMatchObject({ value: 0.167 })
    expect(figures.get('word committed after it ended, p95')).toMatchObject({
      value: 1600,
      atMost: 3000,
    })
    expect(figures.get('word errors, live committed')).toMatchObject({ value: 0 })
    expect(figures.has('live less whole recording')).toBe(false)
  })
})
