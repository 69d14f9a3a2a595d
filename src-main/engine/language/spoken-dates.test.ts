import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RuleLanguage } from './rule-language.ts'
import { spokenDate } from './spoken-dates.ts'

/** A Wednesday. */
const moment = { atMs: Date.UTC(2026, 2, 4, 9), offsetMinutes: 60 }

describe('spokenDate', () => {
  it.each<[RuleLanguage, string, string, string | null]>([
    ['en', 'I will send it by Friday', 'by Friday', '2026-03-06'],
    ['en', 'done before tomorrow', 'before tomorrow', '2026-03-05'],
    ['en', 'by the end of the month', 'by the end of the month', '2026-03-31'],
    ['en', 'on March 14', 'on March 14', '2026-03-14'],
    ['en', 'on the 2nd', 'on the 2nd', '2026-04-02'],
    ['en', 'some time next week', 'some time next week', null],
    ['it', 'lo mando entro venerdì', 'entro venerdì', '2026-03-06'],
    ['it', 'ci vediamo dopodomani', 'dopodomani', '2026-03-06'],
    ['it', 'la settimana prossima', 'la settimana prossima', null],
  ])('in %s reads: %s', (language, text, words, date) => {
    expect(spokenDate(text, language, moment)).toMatchObject({ text: words, date })
  })

  it.each<[RuleLanguage, string]>([
    ['en', 'wire the money'],
    ['en', 'this may be so'],
    ['en', 'we will see'],
    ['it', 'mettilo via'],
  ])('in %s finds no time in: %s', (language, text) => {
    expect(spokenDate(text, language, moment)).toBeNull()
  })

  it('takes any text, and says where in it the time stands', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 80 })
    fc.assert(
      fc.property(text, fc.constantFrom('by Friday', 'tomorrow', ''), text, (a, time, b) => {
        const whole = `${a} ${time} ${b}`
        const found = spokenDate(whole, 'en', moment)
        if (found) expect(whole.slice(found.start, found.end)).toBe(found.text)
      }),
    )
  })
})
