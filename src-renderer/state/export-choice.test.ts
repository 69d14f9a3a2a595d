import { expect, it } from 'vitest'
import { usualOptions } from '#contract/export.ts'
import { parseExportChoice, playerBytes } from './export-choice.ts'

it('comes back as it was', () => {
  const choice = {
    format: 'pdf',
    options: { ...usualOptions('pdf', 'it'), gaps: false },
  } as const
  expect(parseExportChoice(JSON.stringify(choice), 'en')).toEqual(choice)
})

it.each([null, '', '[]', 'null', '{"format":"doc"}', '{"format":"pdf","options":{"times":1}}'])(
  'is a document with everything where %j is remembered',
  (remembered) => {
    const options = usualOptions('docx', 'it')
    expect(parseExportChoice(remembered, 'it')).toEqual({ format: 'docx', options })
  },
)

it('says how large an hour of sound is', () => {
  expect(playerBytes(3_600_000)).toBe(19_200_000)
})
