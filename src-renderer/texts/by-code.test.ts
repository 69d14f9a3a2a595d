import { describe, expect, it } from 'vitest'
import { errorText, ruleText, warningText } from './by-code.ts'
import { textsIn } from './i18n.ts'
import { engine } from './it/engine.ts'

const italian = textsIn('it')
type Code = keyof typeof engine.warnings
const codes = Object.keys(engine.warnings) as Code[]

function warned(code: Code, more: Partial<Parameters<typeof warningText>[1]>): string | null {
  return warningText(italian, { code, track: null, name: null, over: false, ...more }, 'it')
}

describe('what the engine says in English', () => {
  it('stays its own sentence where the page speaks English', () => {
    const english = textsIn('en')
    const warning = { code: 'device_lost', track: 'me', name: 'Headset', over: false } as const
    expect(warningText(english, warning, 'en')).toBeNull()
    expect(errorText(english, 'device_lost')).toBeNull()
  })

  it('stays its own sentence where Italian has none for it', () => {
    expect(errorText(italian, 'internal')).toBeNull()
    const unknown = { code: 'internal', track: null, name: null, over: false } as const
    expect(warningText(italian, unknown, 'it')).toBeNull()
  })

  it('is said in Italian when something did not work', () => {
    for (const code of Object.keys(engine.errors) as (keyof typeof engine.errors)[])
      expect(errorText(italian, code)).toBe(engine.errors[code])
  })

  it.each(codes)('is said in Italian of %s, and that it is over', (code) => {
    const said = [false, true].flatMap((over) =>
      (['me', 'them', 'mix', null] as const).flatMap((track) =>
        ['Cuffie', null].map((name) => warned(code, { track, name, over })),
      ),
    )
    for (const text of said) expect(text).not.toMatch(/undefined|null|engine:|\{\{|^$/)
    expect(said[0]).not.toBe(said.at(-1))
  })

  it.each<[Code, Parameters<typeof warned>[1], RegExp | string]>([
    ['device_lost', { track: 'me', name: 'Cuffie' }, /^Il microfono \(«Cuffie»\) non si sente\./],
    ['device_lost', { track: 'them', over: true }, 'L’audio del computer si sente di nuovo.'],
    ['backend_left', { name: 'NVIDIA' }, /^Il riconoscimento del testo non funziona su «NVIDIA»\./],
    ['backend_left', {}, /^Il riconoscimento del testo non funziona\./],
    ['language_mismatch', { name: 'en' }, /un’altra lingua \(inglese\)/],
    ['language_mismatch', {}, /un’altra lingua \(un’altra lingua\)/],
  ])('names of %s with %j what has a name', (code, more, expected) => {
    expect(warned(code, more)).toMatch(expected)
  })
})

it('knows why something was held back, also of a rule that it does not know', () => {
  const english = textsIn('en')
  expect(ruleText(english, 'not_speech')).toBe('A sound, not speech.')
  expect(ruleText(english, 'toString')).toBe('It was probably not said.')
})
