import { expect, it } from 'vitest'
import { expectedTerms } from './expected-terms.ts'

it('puts the terms of the meeting before those of the user, each once', () => {
  const expected = expectedTerms(['Anna', 'billing system'], () => ['Marco', 'anna', 'Priya'])
  expect(expected.terms()).toEqual(['Anna', 'billing system', 'Marco', 'Priya'])
})

it('puts what was heard lately before what was not', () => {
  const expected = expectedTerms(['Anna', 'Luca'], () => ['Marco', 'billing system', 'Priya'])
  expected.heard('Luca, can you restart the Billing System?')
  expected.heard('Priya will.')
  expect(expected.terms()).toEqual(['Luca', 'Anna', 'Priya', 'billing system', 'Marco'])
})

it('hears whole words only', () => {
  const expected = expectedTerms([], () => ['Marco', 'Anna'])
  expected.heard('Susanna and Annabel agree.')
  expect(expected.terms()).toEqual(['Marco', 'Anna'])
  expected.heard('“Anna!”')
  expect(expected.terms()).toEqual(['Anna', 'Marco'])
})

it('knows at once what is added while the meeting goes on', () => {
  const terms = ['Anna']
  const expected = expectedTerms([], () => terms)
  terms.push('Priya')
  expected.heard('Priya is here.')
  expect(expected.terms()).toEqual(['Priya', 'Anna'])
})
