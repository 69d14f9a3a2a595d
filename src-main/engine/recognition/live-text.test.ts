import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Word } from '#contract/transcript.ts'
import { toMs, toSamples } from '../audio/frames.ts'
import { type LiveRules, liveRules } from './live-rules.ts'
import { cut, end, type LiveText, look, openAt, trim } from './live-text.ts'

const rules: LiveRules = { ...liveRules, guardMs: 500, apart: toSamples(300), pauseMs: 150 }

/** Words of 200 ms, one each 300 ms from `fromMs` on. */
function said(text: string, fromMs = 0): Word[] {
  return text
    .split(' ')
    .filter((word) => word !== '')
    .map((word, index) => {
      const startMs = fromMs + index * 300
      return { text: word, startMs, endMs: startMs + 200, confidence: 1 }
    })
}

const textOf = (words: readonly Word[]): string => words.map(({ text }) => text).join(' ')

/** Looks one after the other, each with the sound so far and what was heard in it. */
function looks(...heard: ReadonlyArray<readonly [toMs: number, text: string]>) {
  let text = openAt(0)
  const commits: string[] = []
  let open: readonly Word[] = []
  for (const [to, words] of heard) {
    const settled = look(text, said(words), toSamples(to), rules)
    text = settled.text
    open = settled.open
    commits.push(textOf(settled.commit))
  }
  return { text, commits, open: textOf(open) }
}

describe('look', () => {
  it('settles what two looks in a row hear alike', () => {
    const { commits, open } = looks([1000, 'we agreed two'], [1400, 'We agreed to stop'])
    expect(commits).toEqual(['', 'We agreed'])
    expect(open).toBe('to stop')
  })

  it('settles nothing that is near the end of the sound', () => {
    const { commits } = looks([900, 'we agreed to'], [1200, 'we agreed to stop'])
    expect(commits).toEqual(['', 'we agreed'])
  })

  it('leaves the last word open, for the next one decides how it ends', () => {
    const { commits, open } = looks([2000, 'we agreed.'], [3000, 'we agreed.'])
    expect(commits).toEqual(['', 'we'])
    expect(open).toBe('agreed.')
  })

  it('takes two looks at nearly the same sound for one', () => {
    const { commits } = looks([2000, 'we agreed to stop'], [2100, 'we agreed to stop'])
    expect(commits).toEqual(['', ''])
  })

  it('keeps what is settled although the model hears it differently now', () => {
    const { commits, open } = looks(
      [2000, 'we agreed to stop'],
      [2400, 'we agreed to stop the'],
      [2800, 'he agreed to stop a new'],
    )
    expect(commits).toEqual(['', 'we agreed to stop', ''])
    expect(open).toBe('a new')
  })
})

describe('end', () => {
  it('settles the rest', () => {
    const { text } = looks([2000, 'we agreed to'], [2400, 'we agreed to stop'])
    expect(textOf(end(text, said('We agreed to stop it.')))).toBe('stop it.')
  })

  it('does not lose what two looks agreed on when the last decode hears nothing', () => {
    const { text } = looks([500, 'yes indeed'], [800, 'yes indeed so'])
    expect(textOf(end(text, []))).toBe('indeed')
  })
})

describe('cut', () => {
  it('settles what lies far enough from the end and goes on between two words', () => {
    const settled = cut(openAt(0), said('a b c d e'), toSamples(1600), rules)
    expect(textOf(settled.commit)).toBe('a b c d')
    expect(textOf(settled.open)).toBe('e')
    expect(toMs(settled.text.from)).toBe(1150)
  })

  it('leaves a window behind in which nothing was heard', () => {
    expect(cut(openAt(0), [], toSamples(12_000), rules).text.from).toBe(toSamples(12_000))
  })
})

describe('trim', () => {
  const open: LiveText = {
    from: 0,
    committed: [...said('we agreed.'), ...said('and then', 1500)],
    seen: { words: said('some more', 2100), agreed: 0, to: toSamples(6_000) },
  }

  it('begins anew behind the last settled sentence or pause', () => {
    const trimmed = trim(
      { ...open, committed: said('we agreed.'), seen: { ...open.seen, words: said('and', 1500) } },
      rules,
    )
    expect(toMs(trimmed.from)).toBe(1000)
    expect(trimmed.committed).toEqual([])
  })

  it('keeps the settled words behind it in the window', () => {
    const narrow = { ...rules, pauseMs: 500 }
    expect(textOf(trim(open, narrow).committed)).toBe('and then')
  })

  it('leaves a short window as it is', () => {
    const short = { ...open, seen: { ...open.seen, to: toSamples(4_000) } }
    expect(trim(short, rules)).toBe(short)
  })
})

describe('whatever a model hears', () => {
  const heard = fc.array(fc.constantFrom('a', 'b', 'c', 'A.', 'd,'), { maxLength: 12 })
  const steps = fc.array(fc.tuple(fc.integer({ min: 100, max: 1500 }), heard, fc.nat(400)), {
    maxLength: 12,
  })

  it('what is settled is only added to, in the order of time, and never from the guarded edge', () => {
    fc.assert(
      fc.property(steps, (all) => {
        let text = openAt(0)
        let atMs = 0
        const settledWords: Word[] = []
        for (const [hopMs, words, offsetMs] of all) {
          atMs += hopMs
          const known = said(words.join(' '), toMs(text.from) + offsetMs)
          const settled = look(text, known, toSamples(atMs), rules)
          expect(settled.text.committed).toHaveLength(text.committed.length + settled.commit.length)
          for (const { endMs } of settled.commit)
            expect(endMs).toBeLessThanOrEqual(atMs - rules.guardMs)
          settledWords.push(...settled.commit)
          const before = settled.text.from
          text = trim(settled.text, rules)
          expect(text.from).toBeGreaterThanOrEqual(before)
          expect(text.from).toBeLessThanOrEqual(toSamples(atMs))
        }
        const ends = settledWords.map(({ endMs }) => endMs)
        expect(settledWords.every(({ text: word }) => word !== '')).toBe(true)
        expect(ends.length).toBe(settledWords.length)
      }),
    )
  })

  it('a model that hears the same again and again has all of it settled but the last word', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 12 }),
        (words) => {
          const known = said(words.join(' '))
          let text = openAt(0)
          const settledWords: Word[] = []
          for (const to of [6_000, 7_000]) {
            const settled = look(text, known, toSamples(to), rules)
            text = settled.text
            settledWords.push(...settled.commit)
          }
          expect([...settledWords, ...end(text, known)]).toEqual(known)
          expect(settledWords).toHaveLength(words.length - 1)
        },
      ),
    )
  })
})
