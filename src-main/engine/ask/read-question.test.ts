import { expect, it } from 'vitest'
import { readQuestion } from './read-question.ts'

it.each([
  ['When is the release?', 'en', ['releas'], 'date', null],
  ['What did Anna promise to the customer?', 'en', ['anna', 'custom'], null, 'action'],
  ['Which decisions were made about the cities?', 'en', ['citi'], null, 'decision'],
  ['How much does it cost?', 'en', ['cost'], 'number', null],
  ["Chi scrive il rapporto dell'azienda?", 'it', ['scriv', 'rapport', 'azi'], 'person', null],
  ['Quando è la perché?', 'it', [], 'date', null],
  ['who???', 'en', [], 'person', null],
] as const)('reads %s', (text, language, stems, wanted, kind) => {
  const question = readQuestion(text)
  expect(question).toMatchObject({ language, wanted, kind })
  expect(question.terms.map(({ stem }) => stem)).toEqual(stems)
})

it('asks the index for what a word and its stem both begin with', () => {
  expect(readQuestion('cities').terms).toEqual([{ stem: 'citi', beginning: 'citi' }])
  expect(readQuestion('the city').terms).toEqual([{ stem: 'citi', beginning: 'cit' }])
})

it('is bounded', () => {
  const long = Array.from({ length: 200 }, (_, place) => `word${place}`).join(' ')
  expect(readQuestion(long).terms).toHaveLength(12)
})
