import { describe, expect, it } from 'vitest'
import { SegmentId } from '#contract/ids.ts'
import type { Segment } from '#contract/transcript.ts'
import type { Spoken } from './recognition/understand.ts'
import { finishSentence, newBehind, seamAt } from './seam.ts'

/** A word each 500 ms from `fromMs` on; the last one ends 100 ms before the next would begin. */
function words(text: string, fromMs: number) {
  return text.split(' ').map((word, at) => ({
    text: word,
    startMs: fromMs + 500 * at,
    endMs: fromMs + 500 * at + 400,
    confidence: 1,
  }))
}

function spoken(text: string, fromMs: number): Spoken {
  const list = words(text, fromMs)
  return { text, words: list, startMs: fromMs, endMs: list.at(-1)?.endMs ?? fromMs }
}

function kept(text: string, fromMs: number): Segment {
  const id = SegmentId.parse(crypto.randomUUID())
  return {
    id,
    track: 'me',
    speaker: null,
    status: 'committed',
    ...spoken(text, fromMs),
    words: words(text, fromMs),
  }
}

const nobody = (): boolean => false
const how = { track: 'me', newId: () => SegmentId.parse(crypto.randomUUID()) } as const

function seamAfter(segment: Segment, isWritten: () => boolean = nobody) {
  const seam = seamAt(segment.endMs * 16, [segment], isWritten)
  if (!seam) throw new Error('There is text that ends there.')
  return seam
}

describe('where reading goes on in the middle of a sentence', () => {
  it('what is kept is known again, also its last word that was heard to its half', () => {
    const before = kept('Peter will write the project', 10_000)
    const seam = seamAfter(before)
    const firstMs = seam.from / 16
    const heard = spoken('Peter will write the project roadmap before Monday.', 10_000 - firstMs)
    const fresh = newBehind(seam, [heard])
    expect(fresh.map(({ text }) => text)).toEqual(['roadmap before Monday.'])
    const { grown, left } = finishSentence(seam, fresh, how)
    expect(grown).toMatchObject([
      {
        open: false,
        segment: { id: before.id, text: 'Peter will write the project roadmap before Monday.' },
      },
    ])
    expect(left).toEqual([])
  })

  it('what comes after the sentence is a sentence of its own', () => {
    const seam = seamAfter(kept('We decided', 0))
    const said = [spoken('We decided today.', 0), spoken('I agree.', 3_000)]
    const { grown, left } = finishSentence(seam, newBehind(seam, said), how)
    expect(grown.map(({ segment }) => segment.text)).toEqual(['We decided today.'])
    expect(left.map(({ text }) => text)).toEqual(['I agree.'])
  })

  it.each([
    ['a person has written', 'We decided', () => true],
    ['is complete', 'We decided.', nobody],
  ])('nothing is added to a sentence that %s', (_, text, isWritten) => {
    const seam = seamAfter(kept(text, 0), isWritten)
    const fresh = newBehind(seam, [spoken('We decided today.', 0)])
    const { grown, left } = finishSentence(seam, fresh, how)
    expect(grown).toEqual([])
    expect(left.map((one) => one.text)).toEqual(['today.'])
  })

  it('no word begins before the kept ones end', () => {
    const seam = seamAfter(kept('We decided', 0))
    const [fresh] = newBehind(seam, [spoken('We decided today.', -300)])
    expect(fresh?.startMs).toBe(900)
  })

  it('behind a pause there is no seam', () => {
    const before = kept('We decided.', 0)
    expect(seamAt((before.endMs + 200) * 16, [before], nobody)).toBeNull()
    expect(seamAt(0, [], nobody)).toBeNull()
  })
})
