import fc from 'fast-check'
import { expect, it } from 'vitest'
import { attachment, withCharset } from './attachment.ts'

it('names a file in plain letters and exactly', () => {
  expect(attachment('Città "A".srt')).toBe(
    `attachment; filename="Citt_ _A_.srt"; filename*=UTF-8''Citt%C3%A0%20%22A%22.srt`,
  )
})

it('never lets a name break out of the header', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      expect(attachment(name)).toMatch(
        /^attachment; filename="[^"\\\r\n]*"; filename\*=UTF-8''[\w.~!%-]*$/,
      )
    }),
  )
})

it('states the encoding once', () => {
  expect(withCharset('text/vtt')).toBe('text/vtt; charset=utf-8')
  expect(withCharset('text/vtt; charset=utf-8')).toBe('text/vtt; charset=utf-8')
})
