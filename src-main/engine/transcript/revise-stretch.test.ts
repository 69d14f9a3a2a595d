import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SegmentId } from '#contract/ids.ts'
import type { Segment } from '#contract/transcript.ts'
import { type Revised, reviseStretch } from './revise-stretch.ts'

const wordMs = 200

/** Sentences are parted by `|`; every word takes 200 ms, so equal texts lie at equal times. */
function said(text: string, fromMs = 0, status: Segment['status'] = 'committed'): Segment[] {
  let startMs = fromMs
  return text
    .split('|')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const words = part.split(/\s+/).map((word, n) => ({
        text: word,
        startMs: startMs + n * wordMs,
        endMs: startMs + (n + 1) * wordMs,
        confidence: 0.9,
      }))
      const segment: Segment = {
        id: SegmentId.parse(randomUUID()),
        track: 'them',
        speaker: null,
        startMs,
        endMs: startMs + words.length * wordMs,
        text: part,
        status,
        words,
      }
      startMs = segment.endMs
      return segment
    })
}

interface Wishes {
  readonly written?: readonly Segment[]
  readonly endMs?: number
  readonly mayAdd?: boolean
}

function revise(
  kept: readonly Segment[],
  fresh: readonly Segment[],
  { written = [], endMs = 60_000, mayAdd = true }: Wishes = {},
) {
  const pinned = new Set(written.map(({ id }) => id))
  const newId = () => SegmentId.parse(randomUUID())
  const revised = reviseStretch({
    kept,
    pinned,
    fresh,
    stretch: { startMs: 0, endMs },
    mayAdd,
    newId,
  })
  return { revised, shown: applied(kept, revised) }
}

function applied(kept: readonly Segment[], { changes }: Revised): Segment[] {
  const removed = new Set(changes.flatMap(({ before }) => before.map(({ id }) => id)))
  const added = changes.flatMap(({ after }) => after)
  return [...kept.filter(({ id }) => !removed.has(id)), ...added].toSorted(
    (a, b) => a.startMs - b.startMs,
  )
}

const textOf = (segments: readonly Segment[]): string =>
  segments.map(({ text }) => text).join(' | ')

describe('reviseStretch', () => {
  it.each([
    [
      'the same text stays',
      'We agreed to wait. | Okay.',
      'We agreed to wait. | Okay.',
      'We agreed to wait. | Okay.',
      0,
    ],
    [
      'the same words stay as they were parted',
      'We agreed | to wait.',
      'We agreed to wait.',
      'We agreed | to wait.',
      0,
    ],
    [
      'a misheard word is corrected',
      'We agreed two wait. | Okay.',
      'We agreed to wait. | Okay.',
      'We agreed to wait. | Okay.',
      1,
    ],
    [
      'punctuation is corrected',
      'We agreed | To wait.',
      'We agreed to wait.',
      'We agreed to wait.',
      1,
    ],
    [
      'a missed word joins its sentence',
      'We agreed to wait.',
      'We agreed not to wait.',
      'We agreed not to wait.',
      1,
    ],
    [
      'a missed sentence is added',
      'Okay. | Good morning.',
      'Okay. | Who owns it? | Good morning.',
      'Okay. | Who owns it? | Good morning.',
      1,
    ],
    ['what was not understood at all is added', '', 'Okay.', 'Okay.', 1],
    [
      'a reading that heard nothing takes nothing away',
      'We agreed to wait.',
      '',
      'We agreed to wait.',
      0,
    ],
    [
      'a reading that heard far less takes nothing away',
      'We agreed to wait for the launch.',
      'Wait.',
      'We agreed to wait for the launch.',
      0,
    ],
  ])('%s', (_, kept, fresh, expected, changes) => {
    const { revised, shown } = revise(said(kept), said(fresh, 0, 'final'))
    expect(textOf(shown)).toBe(expected)
    expect(revised.changes).toHaveLength(changes)
  })

  it('keeps the ids of what stays and of what is corrected one for one', () => {
    const kept = said('Okay. | We agreed two wait. | Good morning.')
    const { revised, shown } = revise(kept, said('Okay. | We agreed to wait. | Good morning.'))
    expect(shown.map(({ id }) => id)).toEqual(kept.map(({ id }) => id))
    expect(revised.settled).toEqual([kept[0]?.id, kept[2]?.id])
    expect(revised.changes).toMatchObject([{ before: [kept[1]], after: [{ status: 'final' }] }])
  })

  it('keeps who was speaking', () => {
    const kept = said('We agreed two wait.').map((segment) => ({ ...segment, speaker: 'Anna' }))
    expect(revise(kept, said('We agreed to wait.')).shown).toMatchObject([{ speaker: 'Anna' }])
  })

  it('leaves alone what a person wrote, and corrects what stands around it', () => {
    const kept = said('Okey. | We agreed to hold on. | Good mourning.')
    const { shown } = revise(kept, said('Okay. | We agreed to wait longer. | Good morning.'), {
      written: kept.slice(1, 2),
    })
    expect(textOf(shown)).toBe('Okay. | We agreed to hold on. | Good morning.')
    expect(shown[1]).toBe(kept[1])
  })

  it('does not show the edges of a sentence that a person wrote anew', () => {
    const [okay, wrong, morning] = said('Okay. | We agreed two wait. | Good morning.')
    if (!okay || !wrong || !morning) throw new Error('three were said')
    // It was placed a word too late.
    const written = { ...wrong, text: 'Nothing was decided.', startMs: wrong.startMs + wordMs }
    const fresh = said('Okay. | We agreed to wait. | Good morning.')
    const { shown } = revise([okay, { ...written, words: [] }, morning], fresh, {
      written: [written],
    })
    expect(textOf(shown)).toBe('Okay. | Nothing was decided. | Good morning.')
  })

  it('leaves alone what shares time with what a person wrote', () => {
    const [written] = said('Brought back by hand.', 400)
    const kept = [...said('We agreed two wait for it.'), ...(written ? [written] : [])]
    const { revised } = revise(kept, said('We agreed to wait for it.'), {
      written: kept.slice(-1),
    })
    expect(revised.changes).toEqual([])
  })

  it('adds nothing where nothing may be added, and corrects all the same', () => {
    const fresh = said('Okay. | Who owns it? | Good morning.')
    const kept = [...said('Okay.'), ...said('Good mourning.', 800)]
    expect(textOf(revise(kept, fresh, { mayAdd: false }).shown)).toBe('Okay. | Good morning.')
  })

  it('keeps the words of a sentence that reach out of the stretch', () => {
    const kept = said('Okey. | We agreed to wait.')
    // The stretch ends after "agreed": the word "to" was heard at the border by both.
    const { shown } = revise(kept, said('Okay. | We decided to'), { endMs: 3 * wordMs })
    expect(textOf(shown)).toBe('Okay. | We decided to wait.')
  })

  const texts = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', '|'), { maxLength: 24 })
  const textsOf = (marks: readonly string[]): string => marks.join(' ')

  it('never touches what was written, never loses a settled segment, and tells what was there', () => {
    fc.assert(
      fc.property(texts, texts, fc.nat(8), (before, after, at) => {
        const kept = said(textsOf(before))
        const written = kept.slice(at, at + 1)
        const { revised, shown } = revise(kept, said(textsOf(after)), { written })
        for (const segment of written) expect(shown).toContain(segment)
        for (const id of revised.settled)
          expect(shown.find((segment) => segment.id === id)).toBe(
            kept.find((segment) => segment.id === id),
          )
        // Every change undone, the text is what it was.
        const undone = revised.changes.map((change) => ({
          before: change.after,
          after: change.before,
        }))
        expect(new Set(applied(shown, { changes: undone, settled: [] }))).toEqual(new Set(kept))
        expect(new Set(shown.map(({ id }) => id)).size).toBe(shown.length)
      }),
    )
  })

  it('changes nothing where the same words were heard', () => {
    fc.assert(
      fc.property(texts, fc.array(fc.nat(24), { maxLength: 5 }), (marks, cuts) => {
        const words = marks.filter((mark) => mark !== '|')
        const parted = words.flatMap((word, n) => (cuts.includes(n) ? ['|', word] : [word]))
        const { revised } = revise(said(textsOf(parted)), said(textsOf(marks)))
        expect(revised.changes).toEqual([])
      }),
    )
  })

  it('keeps no part of a sentence whose other part has changed', () => {
    const { shown } = revise(said('b | b'), said('a | a b b'))
    expect(textOf(shown)).toBe('a | a b b')
  })

  it('says the same when it is done a second time', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const { shown } = revise(said(textsOf(before)), said(textsOf(after)))
        expect(textOf(revise(shown, said(textsOf(after))).shown)).toBe(textOf(shown))
      }),
    )
  })
})

it('leaves each word to the voice that was known to say it', () => {
  const [first, second] = said('we agreed two wait | good idea then')
  if (!first || !second) throw new Error('two were said')
  const kept = [
    { ...first, speaker: 'Anna' },
    { ...second, speaker: 'Zoë' },
  ]
  const voices = ({ changes }: Revised) =>
    changes.flatMap(({ after }) => after.map(({ speaker, text }) => `${speaker}: ${text}`))
  const { revised } = revise(kept, said('we agreed to wait | good idea then man'))
  expect(voices(revised)).toEqual(['Anna: we agreed to wait', 'Zoë: good idea then man'])
})
