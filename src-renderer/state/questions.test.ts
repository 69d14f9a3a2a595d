import { expect, it } from 'vitest'
import { AskId, MeetingId } from '#contract/ids.ts'
import { addAsked, applyToQuestions, changeAsked } from './questions.ts'

const askedIn = MeetingId.parse('3f0b8f2e-1c2d-4b5a-9c3e-000000000001')
const askId = AskId.parse('3f0b8f2e-1c2d-4b5a-9c3e-000000000031')
const one = addAsked([], { askId, meetingId: null, askedIn, question: 'Who?' })
const draft = { type: 'answer.progressed', askId, draft: 'Perhaps' } as const

it('shows what is written so far, until there is an answer', () => {
  expect(applyToQuestions(one, draft)).toMatchObject([{ state: 'answering', draft: 'Perhaps' }])
})

it('shows no late answer to a question that was taken back', () => {
  const cancelled = changeAsked(one, askId, { state: 'cancelled' })
  expect(applyToQuestions(cancelled, draft)).toEqual(cancelled)
  expect(changeAsked(cancelled, askId, { state: 'answered' })).toEqual(cancelled)
})

it('remembers the newest questions', () => {
  const question = { meetingId: null, askedIn, question: 'Again?' }
  const other = AskId.parse('3f0b8f2e-1c2d-4b5a-9c3e-000000000032')
  const many = Array.from({ length: 20 }).reduce<typeof one>(
    (asked) => addAsked(asked, { askId: other, ...question }),
    one,
  )
  expect(many.map((asked) => asked.askId)).toEqual(Array.from({ length: 20 }, () => other))
})
