import fc from 'fast-check'
import { expect, it } from 'vitest'
import { spokenLanguages } from '#contract/spoken-languages.ts'
import { type Choice, firstChoice, parseChoice, silenceChoicesMs, sourceOf } from './choice.ts'

const fixed = { id: '{0.0.1}.headset', name: 'Headset' }

it('comes back from the browser as it was chosen', () => {
  const device = fc.option(fc.record({ id: fc.string({ minLength: 1 }), name: fc.string() }))
  const choices: fc.Arbitrary<Choice> = fc.record({
    hear: fc.constantFrom('both', 'microphone', 'system'),
    microphone: device,
    system: device,
    stopAfterSilenceMs: fc.constantFrom(null, 0, ...silenceChoicesMs),
    language: fc.constantFrom(null, 'auto', ...spokenLanguages),
  })
  fc.assert(
    fc.property(choices, (choice) => {
      expect(parseChoice(JSON.stringify(choice))).toEqual(choice)
    }),
  )
})

it('takes anything else that lies there for no choice', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(Object.keys(parseChoice(text))).toEqual(Object.keys(firstChoice))
      expect(() => sourceOf(parseChoice(text))).not.toThrow()
    }),
  )
  expect(parseChoice(null)).toEqual(firstChoice)
  expect(
    parseChoice(
      '{"hear":"all","microphone":{"id":"","name":"x"},"stopAfterSilenceMs":1,"language":"xx"}',
    ),
  ).toEqual(firstChoice)
})

it.each([
  [{}, { kind: 'both', microphoneId: null, systemId: null }],
  [{ microphone: fixed }, { kind: 'both', microphoneId: fixed.id, systemId: null }],
  [
    { hear: 'microphone', system: fixed },
    { kind: 'microphone', deviceId: null },
  ],
  [
    { hear: 'system', system: fixed },
    { kind: 'system', deviceId: fixed.id },
  ],
] as const)('asks the engine for %j as %j', (change, source) => {
  expect(sourceOf({ ...firstChoice, ...change })).toEqual(source)
})
