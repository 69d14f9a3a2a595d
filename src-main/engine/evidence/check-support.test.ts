import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unsupported } from './check-support.ts'

const missing = (claim: string, ...cited: string[]): string[] =>
  unsupported(claim, cited).map(({ kind, text }) => `${kind} ${text}`)

describe('what is borne out', () => {
  it.each([
    ['Anna sends the report by Friday.', 'anna will send the report by friday'],
    ['The budget is 250,000.', "it's two hundred and fifty thousand"],
    ['The budget is 1.250 euros.', 'about 1,250 euros'],
    ['Il budget è di 250 mila euro.', 'two hundred fifty thousand'],
    ['Servono 27 giorni.', 'ci servono ventisette giorni'],
    ['Twenty-one people came.', 'there were 21 of them'],
    ['Anna invia il report venerdì.', 'Anna sends it on Friday'],
    ['The release moves to the 14th of March.', 'we move the release to march fourteen 14 March'],
    ["Marco's team agreed.", 'Marco says that the team agrees'],
    ['Launching is delayed.', 'we delay the launch'],
    ["L'API di Zürich è pronta.", 'the zurich api is ready'],
    ['Participants may march on.', 'let us go on'],
    ['They spoke of one thing: the release.', 'the release'],
    ["I'm told that I should wait.", 'wait'],
    ['Revenue grew by 3.5%.', 'revenue is up by 3,5 percent'],
    ['Five million users.', 'we have 5 million'],
    ['Due by 2027-03-14.', 'by March 14 2027, third month 3 03'],
  ])('is nothing of: %s', (claim, cited) => {
    expect(missing(claim, cited)).toEqual([])
  })

  it('takes who spoke for evidence', () => {
    expect(missing('Luca takes care of it.', 'I will take care of it', 'Luca')).toEqual([])
  })
})

describe('what is invented', () => {
  it.each([
    ['Anna sends the report.', 'Luca will send the report', ['name Anna']],
    ['The report goes to Anna Rossi.', 'to anna', ['name Rossi']],
    ['Done by Monday.', 'done by Friday', ['date Monday']],
    ['It costs 300 euros.', 'it costs 200 euros', ['number 300']],
    ['It costs three hundred.', 'it costs 30', ['number three hundred']],
    ['Costa trecento euro.', 'costa tremila euro', ['number trecento']],
    ['We use PostgreSQL in Q3.', 'we use mysql', ['name PostgreSQL', 'name Q3', 'number 3']],
    ['In May and in June.', 'in may be', ['date June']],
    ['Marco said it, and Marco did it.', 'he did it', ['name Marco']],
  ])('is found in: %s', (claim, cited, found) => {
    expect(missing(claim, cited)).toEqual(found)
  })
})

describe('any text', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 200 })

  it('bears itself out', () => {
    fc.assert(
      fc.property(text, (said) => {
        expect(unsupported(said, [said])).toEqual([])
      }),
    )
  })

  it('is borne out by more than what was needed', () => {
    fc.assert(
      fc.property(text, text, text, (claim, cited, more) => {
        const before = unsupported(claim, [cited]).length
        expect(unsupported(claim, [cited, more]).length).toBeLessThanOrEqual(before)
      }),
    )
  })

  it('never bears out a number that is in none of it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_001, max: 999_999 }), (number) => {
        expect(missing(`It was ${number}.`, 'it was ten, twenty or 30')).toEqual([
          `number ${number}`,
        ])
      }),
    )
  })
})
