import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dropRepeated, type Evidence, mayBeRepeated } from './drop-repeated.ts'

/** One segment; words of half a second. */
function segment(text: string, fromMs = 0) {
  const words = text
    .split(' ')
    .filter((word) => word !== '')
    .map((word, index) => ({
      text: word,
      startMs: fromMs + index * 500,
      endMs: fromMs + (index + 1) * 500,
    }))
  return { text, startMs: fromMs, endMs: fromMs + words.length * 500, words }
}

/** The share of each half second, as digits: `9` is 0.9. */
function sounding(sketch: string, lagMs = 0): Evidence {
  const shares = Array.from(sketch, (digit) => Number(digit) / 10)
  return {
    lagMs,
    share(startMs, endMs) {
      const from = Math.max(0, Math.round(startMs / 500))
      const heard = shares.slice(from, Math.max(from + 1, Math.round(endMs / 500)))
      return heard.reduce((sum, share) => sum + share, 0) / Math.max(1, heard.length)
    },
  }
}

describe('dropRepeated', () => {
  it.each<[string, string, string, string, string[]]>([
    ['a whole sentence goes', 'we decided to wait', 'we decided to wait', '9999', []],
    [
      'what was not played stays, though both say it',
      'yes i agree',
      'yes i agree',
      '111',
      ['yes i agree'],
    ],
    [
      'what they did not say stays, though it sounds like them',
      'my own words',
      'no such thing',
      '999',
      ['my own words'],
    ],
    [
      'somebody who begins to speak stays',
      'we decided to no never',
      'we decided to wait',
      '99911',
      ['no never'],
    ],
    [
      'somebody who is spoken over stays',
      'listen to me please now',
      'so what to do next',
      '11311',
      ['listen to me please now'],
    ],
    ['a single word needs clear sound', 'okay', 'okay', '5', ['okay']],
    ['a single clear word goes', 'okay', 'okay', '7', []],
    [
      'the same words go as far as they were played',
      'nina is on vacation until june',
      'nina is on vacation until june',
      '999800',
      ['until june'],
    ],
    [
      'a misheard word goes with its sentence',
      'we decided two wait',
      'we decided to wait',
      '9999',
      [],
    ],
    [
      'a misheard word stays where somebody else is heard',
      'we decided two wait never',
      'we decided to wait',
      '99991',
      ['two', 'never'],
    ],
    [
      'mostly misheard is not repeated',
      'she can two wait',
      'we decided to wait',
      '9999',
      ['she can two'],
    ],
  ])('%s', (_, mine, theirs, sound, expected) => {
    const { kept } = dropRepeated([segment(mine)], segment(theirs).words, sounding(sound))
    expect(kept.map(({ text }) => text)).toEqual(expected)
  })

  it('looks for words where the sound comes later', () => {
    const [mine, theirs] = [segment('we agree', 1000), segment('we agree')]
    const late = sounding('9999', 1000)
    expect(dropRepeated([mine], theirs.words, late).kept).toEqual([])
    expect(dropRepeated([mine], theirs.words, sounding('9999')).kept).toEqual([mine])
  })

  it('tells what it dropped and gives the rest its own time', () => {
    const { kept, dropped } = dropRepeated(
      [segment('we decided to no never')],
      segment('we decided to wait').words,
      sounding('99911'),
    )
    expect(dropped).toMatchObject([{ startMs: 0, endMs: 1500, words: 3, text: 'we decided to' }])
    expect(kept).toMatchObject([{ text: 'no never', startMs: 1500, endMs: 2500 }])
  })

  const text = fc
    .array(fc.constantFrom('we', 'agreed', 'to', 'wait'), { minLength: 1, maxLength: 10 })
    .map((words) => words.join(' '))
  const sketch = fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: 10, maxLength: 10 })
    .map((digits) => digits.join(''))

  it('drops nothing while the others say nothing', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 4 }), sketch, (texts, sound) => {
        const spoken = texts.map((line) => segment(line))
        expect(dropRepeated(spoken, [], sounding(sound))).toEqual({ kept: spoken, dropped: [] })
      }),
    )
  })

  it('drops nothing that does not sound like them', () => {
    fc.assert(
      fc.property(text, text, (mine, theirs) => {
        const spoken = [segment(mine)]
        const { kept } = dropRepeated(spoken, segment(theirs).words, sounding('1111111111'))
        expect(kept).toEqual(spoken)
      }),
    )
  })

  it('keeps every word that they never said while somebody speaks', () => {
    fc.assert(
      fc.property(text, text, sketch, fc.nat(9), (mine, theirs, sound, at) => {
        const words = mine.split(' ')
        words.splice(at, 0, 'never')
        const clear = sound.slice(0, Math.min(at, words.length - 1)) + '0000000000'
        const { kept } = dropRepeated(
          [segment(words.join(' '))],
          segment(theirs).words,
          sounding(clear),
        )
        expect(kept.map((heard) => heard.text).join(' ')).toContain('never')
      }),
    )
  })

  it('keeps and drops each word once, in order', () => {
    fc.assert(
      fc.property(text, text, sketch, (mine, theirs, sound) => {
        const spoken = segment(mine)
        const { kept, dropped } = dropRepeated([spoken], segment(theirs).words, sounding(sound))
        const gone = dropped.reduce((sum, { words }) => sum + words, 0)
        const left = kept.flatMap(({ words }) => words)
        expect(gone + left.length).toBe(spoken.words.length)
        expect(left).toEqual(spoken.words.filter((word) => left.includes(word)))
      }),
    )
  })
})

describe('mayBeRepeated', () => {
  it.each([
    ['null when all was said here', '111', null],
    ['the end of the last word that may be theirs', '191', 1000],
  ])('is %s', (_, sound, expected) => {
    expect(mayBeRepeated([segment('yes i agree')], sounding(sound))).toBe(expected)
  })
})
