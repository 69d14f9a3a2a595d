import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InsightId, SegmentId } from '#contract/ids.ts'
import type { Segment } from '#contract/transcript.ts'
import { type KnownInsight, shown } from '../evidence/known-insight.ts'
import type { Finding } from './finding.ts'
import { followCitations, textPlaces } from './follow-citations.ts'
import { reconcile } from './reconcile.ts'

function said(startMs: number, text: string, track: Segment['track'] = 'me'): Segment {
  const id = SegmentId.parse(randomUUID())
  return {
    id,
    track,
    speaker: null,
    startMs,
    endMs: startMs + 1000,
    text,
    status: 'final',
    words: [],
  }
}

/** Everything that is said is an action, and two in one segment are parted by a semicolon. */
function actions(segments: readonly Segment[]): Finding[] {
  return segments.flatMap(({ id, startMs, endMs, text }) =>
    text.split(';').map((part): Finding => {
      const citations = [{ segmentId: id, startMs, endMs }]
      return { kind: 'action', text: part.trim(), citations, owner: null, due: null, done: false }
    }),
  )
}

function look(
  known: readonly KnownInsight[],
  segments: readonly Segment[],
  { open = [] as readonly SegmentId[], found = actions(segments) } = {},
): KnownInsight[] {
  const text = textPlaces(segments)
  return reconcile(
    known.map((one) => followCitations(one, text)),
    found.map((finding) => ({ finding, author: 'rules', id: null })),
    { text, isOpen: (id) => open.includes(id), newId: () => InsightId.parse(randomUUID()) },
  )
}

const idsOf = (known: readonly KnownInsight[]) => known.map(({ found }) => found.id)
const textsOf = (known: readonly KnownInsight[]) =>
  known
    .filter(({ dismissed }) => !dismissed)
    .map((one) => shown(one))
    .map((one) => 'text' in one && one.text)

describe('an insight', () => {
  it.each([
    ['grows', 'Anna will send', 'Anna will send the report by Friday'],
    ['is corrected', 'Anna will sent the resort', 'Anna will send the report'],
    ['is misheard altogether', 'Ana wheel scent dear sport', 'Anna will send the report'],
  ])('keeps its id while its text %s', (_, before, after) => {
    const segment = said(0, before)
    const known = look([], [segment])
    const now = look(known, [{ ...segment, text: after }])
    expect(idsOf(now)).toEqual(idsOf(known))
    expect(textsOf(now)).toEqual([after])
  })

  it('keeps its id when a stronger reading gives its text to another segment', () => {
    const known = look([], [said(0, 'Anna will send the report')])
    const again = { ...said(100, 'Anna will send the report.'), endMs: 1100 }
    const now = look(known, [again])
    expect(idsOf(now)).toEqual(idsOf(known))
    expect(now[0]?.found.citations[0]?.segmentId).toBe(again.id)
  })

  it('is another one when the same words stand on the other track', () => {
    const known = look([], [said(0, 'Anna will send the report')])
    expect(idsOf(look(known, [said(0, 'Anna will send the report', 'them')]))).not.toEqual(
      idsOf(known),
    )
  })

  it('is not taken for its neighbour in the same segment', () => {
    const segment = said(0, 'Anna will send the report; Marco calls the bank')
    const [report, bank] = idsOf(look([], [segment]))
    const known = look([], [segment])
    const now = look(known, [{ ...segment, text: 'Marco calls the bank' }])
    expect(idsOf(now)).toEqual([known[1]?.found.id])
    expect(report).not.toBe(bank)
  })

  it('does not flicker while its sentence is still spoken', () => {
    const segment = said(0, 'Anna will send the report')
    const known = look([], [segment], { open: [segment.id] })
    const during = look(known, [segment], { open: [segment.id], found: [] })
    expect(idsOf(during)).toEqual(idsOf(known))
    expect(look(during, [segment], { found: [] })).toEqual([])
  })
})

describe('what a person did', () => {
  const segment = said(0, 'Anna will send the report')
  const [found] = look([], [segment])
  if (!found) throw new Error('nothing found')
  const written: KnownInsight = { ...found, written: { text: 'Send it to Anna', done: true } }

  it('stays, as a person’s, while the fields nobody wrote are updated', () => {
    const [finding] = actions([{ ...segment, text: 'Anna will send the report on Monday' }])
    if (finding?.kind !== 'action') throw new Error('no action')
    const [now] = look([written], [segment], { found: [{ ...finding, owner: 'Anna' }] })
    expect(now && shown(now)).toMatchObject({
      id: found.found.id,
      author: 'person',
      text: 'Send it to Anna',
      done: true,
      owner: 'Anna',
    })
  })

  it('stays although it is not found any more, and cites the text that took the place of its own', () => {
    const other = said(0, 'Nothing of that kind')
    const [now] = look([written], [other], { found: [] })
    expect(now && shown(now)).toMatchObject({ author: 'person', text: 'Send it to Anna' })
    expect(now?.found.citations).toEqual([{ segmentId: other.id, startMs: 0, endMs: 1000 }])
  })

  it('keeps away what was dismissed, also from another reading of the same words', () => {
    const again = said(50, 'Anna will send a report')
    expect(textsOf(look([{ ...found, dismissed: true }], [again]))).toEqual([])
  })

  it('lets something else be found in the place of what was dismissed', () => {
    const more = { ...segment, text: 'Anna will send the report; Marco calls the bank' }
    expect(textsOf(look([{ ...found, dismissed: true }], [more]))).toEqual(['Marco calls the bank'])
  })
})

it('gives each finding one id, loses no person’s words, and cites only text that is there', () => {
  const words = fc.constantFrom(
    'anna sends',
    'report friday',
    'call bank',
    'ship pilot',
    'ask supplier',
  )
  const texts = fc.array(words, { minLength: 1, maxLength: 6 })
  const acts = fc.array(fc.tuple(texts, fc.nat(9), fc.constantFrom('write', 'dismiss', 'none')), {
    maxLength: 6,
  })
  fc.assert(
    fc.property(acts, (steps) => {
      let known: readonly KnownInsight[] = []
      for (const [spoken, at, act] of steps) {
        const segments = spoken.map((text, index) => said(index * 1000, text))
        const before = known.filter(({ written }) => written.text !== undefined)
        known = look(known, segments)
        const ids = idsOf(known)
        expect(new Set(ids).size).toBe(ids.length)
        expect(ids).toEqual(expect.arrayContaining(idsOf(before)))
        const there = new Set(segments.map(({ id }) => id))
        for (const { found } of known)
          for (const { segmentId } of found.citations) expect(there).toContain(segmentId)
        const one = known[at % Math.max(1, known.length)]
        known = known.map((other) => {
          if (other !== one || act === 'none') return other
          return act === 'write'
            ? { ...other, written: { text: 'Mine' } }
            : { ...other, dismissed: true }
        })
      }
    }),
  )
})
