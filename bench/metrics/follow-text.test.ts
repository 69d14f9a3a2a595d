import { describe, expect, it } from 'vitest'
import { followText } from './follow-text.ts'
import { committed, guessed, segmentOf } from './told-events.ts'

describe('following what is shown', () => {
  it('knows when each word was first shown, and when it was settled', () => {
    const { words } = followText(
      [
        guessed(1000, 'We'),
        guessed(1800, 'We ship.'),
        guessed(2600, 'we ship it'),
        guessed(3000, null),
        committed(3000, segmentOf(1, 'We ship it.')),
      ],
      'me',
    )
    expect(
      words.map(({ word, shownAtMs, committedAtMs }) => [word, shownAtMs, committedAtMs]),
    ).toEqual([
      ['we', 1000, 3000],
      ['ship', 1800, 3000],
      ['it', 2600, 3000],
    ])
  })

  it('takes no other than the settled word for shown', () => {
    const { words } = followText(
      [
        guessed(1000, 'We skip'),
        guessed(2000, 'We ship'),
        committed(3000, segmentOf(1, 'We ship')),
      ],
      'me',
    )
    expect(words.map(({ shownAtMs }) => shownAtMs)).toEqual([1000, 2000])
  })

  it('follows a segment that grows while a guess stands behind it', () => {
    const followed = followText(
      [
        guessed(1000, 'We ship'),
        committed(1800, segmentOf(1, 'We'), true),
        guessed(1800, 'ship it'),
        committed(2600, segmentOf(1, 'We ship'), true),
        guessed(2600, 'it soon'),
        guessed(3000, null),
        committed(3000, segmentOf(1, 'We ship it soon.')),
      ],
      'me',
    )
    expect(followed.words.map(({ committedAtMs }) => committedAtMs)).toEqual([
      1800, 2600, 3000, 3000,
    ])
    expect(followed.words.map(({ shownAtMs }) => shownAtMs)).toEqual([1000, 1000, 1800, 2600])
    expect(followed).toMatchObject({ erased: 0, unstable: 0, committedChanged: 0 })
  })

  it.each([
    ['a last word that becomes another', ['we ship', 'we skip it'], 'we skip it', 1, 1],
    ['all that stood behind a change', ['a b c', 'x b c'], 'x b c', 3, 1],
    ['words that are taken away and come again', ['we ship', 'we', 'we ship'], 'we ship', 1, 0],
    ['a guess that is never settled', ['you', ''], '', 1, 1],
    ['nothing where a guess only grows', ['we', 'we ship', 'we ship it'], 'we ship it', 0, 0],
    ['nothing where only case and points change', ['We ship.', 'we ship it'], 'we ship it', 0, 0],
  ])('counts %s', (_, guesses, settled, erased, unstable) => {
    const shown = guesses.map((text, n) => guessed(1000 * n, text || null))
    const end = 10_000
    const last = settled === '' ? [] : [guessed(end, null), committed(end, segmentOf(1, settled))]
    expect(followText([...shown, ...last], 'me')).toMatchObject({ erased, unstable })
  })

  it('counts each word of a committed segment that is changed, taken away or put in front', () => {
    const told = (...texts: string[]) =>
      followText(
        texts.map((text, n) => committed(n * 1000, segmentOf(1, text), true)),
        'me',
      ).committedChanged
    expect(told('we ship', 'we ship it')).toBe(0)
    expect(told('we ship', 'we skip it')).toBe(1)
    expect(told('we ship it', 'we')).toBe(2)
    expect(told('ship it', 'we ship it')).toBe(2)
  })

  it('knows nothing of other tracks', () => {
    const events = [guessed(0, 'no', 'them'), committed(1000, segmentOf(1, 'no way', 'them'))]
    expect(followText(events, 'me').words).toEqual([])
    expect(followText(events, 'them').words).toHaveLength(2)
  })
})
