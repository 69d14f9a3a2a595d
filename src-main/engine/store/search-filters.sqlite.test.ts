import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anywhere, type SearchFilters } from '#contract/ask.ts'
import { InsightId, type MeetingId, SegmentId } from '#contract/ids.ts'
import type { Insight } from '#contract/insight.ts'
import type { Segment } from '#contract/transcript.ts'
import { begin, spoken, upTo } from './fixtures/spoken.ts'
import { joined } from './search-filters.sqlite.ts'
import { openStore } from './store.sqlite.ts'

const speakers = [null, 'Anna', "Bruno O'Neil", '%'] as const
const days = ['2026-03-01', '2026-03-02', '2026-03-03'] as const
const words = ['budget', 'release', 'customer', 'the'] as const

interface Said {
  readonly meeting: number
  readonly word: (typeof words)[number]
  readonly speaker: (typeof speakers)[number]
  readonly track: 'me' | 'them'
  readonly kind: 'action' | 'decision' | null
}

const said = fc.record<Said>({
  meeting: fc.integer({ min: 0, max: 2 }),
  word: fc.constantFrom(...words),
  speaker: fc.constantFrom(...speakers),
  track: fc.constantFrom('me', 'them'),
  kind: fc.constantFrom('action', 'decision', null),
})
const wanted = fc.record({
  meeting: fc.option(fc.integer({ min: 0, max: 2 })),
  track: fc.option(fc.constantFrom('me' as const, 'them' as const)),
  speaker: fc.option(fc.constantFrom('Anna', "Bruno O'Neil", '%', 'Nobody')),
  from: fc.option(fc.constantFrom(...days)),
  to: fc.option(fc.constantFrom(...days)),
  kind: fc.option(fc.constantFrom('action' as const, 'decision' as const)),
})

/** Meetings of three days, at both ends of the day where we are. */
function library(all: readonly Said[]) {
  const store = openStore(':memory:')
  const ids = days.map((_, day) =>
    begin(store, `Day ${day}`, new Date(2026, 2, 1 + day, day === 1 ? 23 : 0, day * 29).getTime()),
  )
  const kept = all.map(({ meeting, word, speaker, track }, second): Segment => ({
    ...spoken(second, `${word} ${second}`, track),
    speaker,
    id: SegmentId.parse(randomUUID()),
    startMs: meeting,
  }))
  for (const [place, segment] of kept.entries()) {
    const id = ids[all[place]?.meeting ?? 0]
    if (id) store.segments.commit(id, [segment], upTo(place, segment.track))
  }
  for (const [place, id] of ids.entries()) note(store, id, all, kept, place)
  return { store, ids, kept }
}

function note(
  store: ReturnType<typeof openStore>,
  id: MeetingId,
  all: readonly Said[],
  kept: readonly Segment[],
  meeting: number,
): void {
  const found = all.flatMap(({ kind, meeting: of }, place): Insight[] => {
    const segment = kept[place]
    if (kind === null || of !== meeting || !segment) return []
    const { id: segmentId, startMs, endMs } = segment
    const about = {
      id: InsightId.parse(randomUUID()),
      author: 'rules' as const,
      citations: [{ segmentId, startMs, endMs }],
      text: 'Something',
    }
    return kind === 'action'
      ? [{ ...about, kind, owner: null, due: null, done: false }]
      : [{ ...about, kind, changes: null }]
  })
  store.insights.keep(
    id,
    {
      removed: [],
      kept: found.map((insight) => ({ found: insight, written: {}, dismissed: false, tracks: {} })),
    },
    { model: null, without: null, dropped: 0, readMs: 0, textDigest: '' },
  )
}

it('passes exactly what a look at every segment would', () => {
  fc.assert(
    fc.property(
      fc.array(said, { maxLength: 25 }),
      wanted,
      fc.constantFrom(...words),
      fc.integer({ min: 1, max: 8 }),
      (all, want, word, limit) => {
        const { store, ids, kept } = library(all)
        const filters: SearchFilters = {
          ...anywhere,
          ...want,
          meetingId: want.meeting === null ? null : (ids[want.meeting] ?? null),
        }
        const expected = all
          .flatMap((one, place) => {
            const day = days[one.meeting] ?? ''
            const passes =
              one.word === word &&
              (want.meeting === null || one.meeting === want.meeting) &&
              (want.track === null || one.track === want.track) &&
              (want.speaker === null || one.speaker === want.speaker) &&
              (want.from === null || day >= want.from) &&
              (want.to === null || day <= want.to) &&
              (want.kind === null || one.kind === want.kind)
            return passes ? [kept[place]?.id] : []
          })
          .toReversed()
        const found = store.search.find(word, 100, filters).map(({ segment }) => segment.id)
        expect(found).toEqual(expected)
        expect(store.search.find(word, limit, filters)).toHaveLength(
          Math.min(limit, expected.length),
        )
        store[Symbol.dispose]()
      },
    ),
    { numRuns: 150 },
  )
})

it.each([
  ['nothing', [], []],
  [
    'neighbours as one',
    [
      [0, 9, 1],
      [12, 20, 1],
    ],
    [[0, 20]],
  ],
  [
    'two where one between them does not pass',
    [
      [0, 9, 1],
      [10, 19, 0],
      [20, 29, 1],
    ],
    [
      [20, 29],
      [0, 9],
    ],
  ],
  [
    'those that overlap as one, also where one between them does not pass',
    [
      [0, 30, 1],
      [5, 9, 0],
      [20, 40, 1],
    ],
    [[0, 40]],
  ],
] as const)('walks %s', (_, rows, expected) => {
  const given = rows.map(([first, last, passes]) => ({ first, last, passes }))
  expect(joined(given).map(({ first, last }) => [first, last])).toEqual(expected)
})
