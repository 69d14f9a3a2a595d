import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SearchHit } from '#contract/meeting.ts'
import { begin, spoken, upTo } from './fixtures/spoken.ts'
import { openForWriting } from './open-database.sqlite.ts'
import { searchExpression } from './search-expression.ts'
import { openStore } from './store.sqlite.ts'

function setUp(...texts: readonly string[]) {
  const store = openStore(':memory:')
  const id = begin(store, 'Planning')
  const segments = texts.map((text, second) => spoken(second, text))
  store.segments.commit(id, segments, upTo(texts.length))
  const find = (query: string, limit = 50) =>
    store.search.find(query, limit).map(({ segment }) => segment.text)
  return { store, id, find }
}

describe('search', () => {
  const library = [
    'The budget is due on Friday',
    'Perché no, says Élodie',
    "We don't know the budget yet",
    'NOT AND OR NEAR are only words',
    'C++ and C# cost 50% more',
  ]
  const [friday, perche, unknown, operators, signs] = library

  it.each([
    ['a word', 'budget', [unknown, friday]],
    ['a word in other letters', 'BUDGET', [unknown, friday]],
    ['a word without its accents', 'perche elodie', [perche]],
    ['the beginning of the last word', 'bud', [unknown, friday]],
    ['no beginning of an earlier word', 'bud friday', []],
    ['all of the words in any order', 'friday budget', [friday]],
    ['words that do not stand together', 'the friday', [friday]],
    ['a phrase', '"the budget"', [unknown, friday]],
    ['no phrase in another order', '"budget the"', []],
    ['no beginning of a closed phrase', '"the bud"', []],
    ['a phrase that is still being typed', '"the bud', [unknown, friday]],
    ['a word with an apostrophe', "don't", [unknown]],
    ['words that are operators elsewhere', 'NOT', [operators]],
    ['a pair of operators', 'AND OR', [operators]],
    ['a word with signs', 'c++', [signs]],
    ['a number with a sign', '50%', [signs]],
    ['nothing for signs alone', '"-*^:(){}', []],
    ['nothing for nothing', '   ', []],
    ['a word among signs', '( budget ) -', [unknown, friday]],
  ])('finds %s', (_, query, expected) => {
    expect(setUp(...library).find(query)).toEqual(expected)
  })

  it('gives the last stored first, and no more than asked for', () => {
    const { find } = setUp('one word', 'two word', 'three word')
    expect(find('word', 2)).toEqual(['three word', 'two word'])
  })

  it('marks what matched, and says where it was said', () => {
    const { store, id } = setUp('We met at the café today')
    const [hit] = store.search.find('cafe', 5)
    expect(hit).toMatchObject({ meetingId: id, meetingTitle: 'Planning' })
    expect(hit?.snippet).toBe('We met at the \u0002café\u0003 today')
    expect(SearchHit.parse(hit)).toEqual(hit)
  })

  it('shows the surroundings of a match in a long segment', () => {
    const words = Array.from({ length: 200 }, (_, index) => `w${index}`)
    const { store } = setUp(words.join(' '))
    const snippet = store.search.find('w100', 1)[0]?.snippet ?? ''
    expect(snippet).toContain('\u0002w100\u0003')
    expect(snippet.startsWith('…')).toBe(true)
    expect(snippet.split(' ').length).toBeLessThan(30)
  })

  it('follows a text that is corrected', () => {
    const db = openForWriting(':memory:')
    db.exec(`
      INSERT INTO meeting (id, title, started_at, language, model, state) VALUES ('m', 't', 0, 'en', 'x', 'done');
      INSERT INTO track VALUES ('m', 'me', 0, 0);
      INSERT INTO segment VALUES (7, 's', 'm', 'me', NULL, 0, 1, 'helo world', 'committed');
      UPDATE segment SET text = 'hello world' WHERE id = 's'`)
    const count = db.prepare('SELECT count(*) FROM segment_text WHERE segment_text MATCH ?').pluck()
    expect([count.get('helo'), count.get('hello')]).toEqual([0, 1])
    db.exec(`INSERT INTO segment_text (segment_text, rank) VALUES ('integrity-check', 1)`)
  })

  it('takes any string for a query', () => {
    const { store } = setUp('hello world')
    const odd = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: 'grapheme', maxLength: 700 }),
      fc
        .array(
          fc.constantFrom(
            '"',
            '*',
            'NEAR(',
            'AND',
            'a',
            '\u0000',
            '^',
            ':',
            '-',
            'hello',
            '\ud800',
          ),
        )
        .map((parts) => parts.join(' ')),
    )
    fc.assert(
      fc.property(odd, (query) => {
        expect(store.search.find(query, 3).length).toBeLessThanOrEqual(1)
      }),
      { numRuns: 200 },
    )
  }, 30_000)

  it('finds every word that was stored, and the beginning of it', () => {
    const word = fc.stringMatching(/^[a-zA-ZàèéìòùßñøåÇ0-9]{1,14}$/)
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), fc.nat(), (words, choice) => {
        using store = openStore(':memory:')
        const id = begin(store)
        store.segments.commit(id, [spoken(0, words.join(', '))], upTo(1))
        const chosen = words[choice % words.length] ?? ''
        const typed = chosen.slice(0, 1 + (choice % chosen.length))
        for (const query of [chosen, typed, `"${words.slice(0, 4).join(' ')}"`]) {
          expect(store.search.find(query, 5)).toHaveLength(1)
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('searchExpression', () => {
  it.each([
    ['two words', 'big plan', '"big" "plan"*'],
    ['a closed phrase', 'now "big plan"', '"now" "big plan"'],
    ['an open phrase', '"big pl', '"big pl"*'],
    ['nothing to look for', ' -- "" ', null],
  ])('reads %s', (_, query, expected) => {
    expect(searchExpression(query)).toBe(expected)
  })
})
