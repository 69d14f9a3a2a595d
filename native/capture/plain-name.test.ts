import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainName } from './plain-name.ts'

const named = (name: string): string => plainName({ id: 'device-7', name })

describe('the plain name of a device', () => {
  it.each([
    ['Kopfhörer 🎧 会議室 עברית', 'Kopfhörer 🎧 会議室 עברית'],
    ['Evil\u001b[31mred', 'Evil [31mred'],
    ['two\r\nlines\tand\u2028more', 'two lines and more'],
    ['turned\u202e around', 'turned  around'],
    [' \n ', 'device-7'],
    ['', 'device-7'],
  ])('of %j is %j', (name, plain) => {
    expect(named(name)).toBe(plain)
  })

  it('is cut where it is longer than anybody can read, and never within a character', () => {
    const plain = named('🎧'.repeat(500))
    expect(Array.from(plain)).toHaveLength(200)
    expect(plain).toMatch(/^🎧+…$/u)
  })

  it('moves no cursor, and is the same when it is made plain again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const plain = named(name)
        expect(plain).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u)
        expect(named(plain)).toBe(plain)
      }),
    )
  })
})
