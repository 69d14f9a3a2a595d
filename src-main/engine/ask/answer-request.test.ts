import { expect, it } from 'vitest'
import { draftOf } from './answer-request.ts'

it.each([
  ['nothing yet', '{"li', ''],
  ['a line as far as it is written', '{"lines":[{"text":"We sh', 'We sh'],
  ['two lines', '{"lines":[{"text":"One.","cites":[1]},{"text":"Two', 'One.\nTwo'],
  ['what is escaped', String.raw`{"lines":[{"text":"\"Caf\u00e9\"\\ \n`, '"Café"\\ \n'],
  ['no half of an escape', String.raw`{"lines":[{"text":"Caf\u00`, String.raw`Caf\u00`],
])('reads %s', (_, reply, expected) => {
  expect(draftOf(reply)).toBe(expected)
})
