import { expect, it } from 'vitest'
import { SegmentId } from '#contract/ids.ts'
import type { Hypothesis, Segment, TrackName } from '#contract/transcript.ts'
import { flow } from './flow.ts'
import { growing } from './growing.ts'

const id = (number: number) =>
  SegmentId.parse(`3f0b8f2e-1c2d-4b5a-9c3e-${`${number}`.padStart(12, '0')}`)

function segment(number: number, track: TrackName, startMs: number): Segment {
  const times = { startMs, endMs: startMs + 1_000 }
  return {
    id: id(number),
    track,
    speaker: null,
    ...times,
    text: 'x',
    status: 'committed',
    words: [],
  }
}

function hypothesis(track: TrackName, startMs: number, text = 'and then'): Hypothesis {
  return { track, startMs, endMs: startMs + 500, text }
}

const conversation = flow([segment(1, 'them', 0), segment(2, 'me', 2_000)], [])

it('puts unsettled words behind the segment that grows, also when the other voice came after it', () => {
  const { tails, apart } = growing(conversation, [id(1)], [hypothesis('them', 1_000)])
  expect([...tails]).toEqual([[id(1), 'and then']])
  expect(apart).toEqual([])
})

it('puts them behind a closed segment only where they will be read as its continuation', () => {
  const same = growing(conversation, [], [hypothesis('me', 4_000)])
  expect([...same.tails]).toEqual([[id(2), 'and then']])
  const later = hypothesis('me', 9_000)
  expect(growing(conversation, [], [later])).toMatchObject({ apart: [later] })
  const interrupting = hypothesis('them', 2_500)
  expect(growing(conversation, [], [interrupting])).toMatchObject({ apart: [interrupting] })
})

it('shows what continues nothing in the order of time', () => {
  const spoken = [hypothesis('them', 800), hypothesis('me', 200), hypothesis('mix', 0, '')]
  expect(growing([], [], spoken).apart.map(({ track }) => track)).toEqual(['me', 'them'])
})
