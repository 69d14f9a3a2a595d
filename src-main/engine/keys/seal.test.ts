import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { KEY_BYTES, SEAL_BYTES, seal, unseal } from './seal.ts'

const key = randomBytes(KEY_BYTES)
const bytes = fc.uint8Array({ maxLength: 200 })

it('gives back what was sealed, with the same key and for the same place', () => {
  fc.assert(
    fc.property(bytes, fc.string(), (plain, place) => {
      const sealed = seal(key, plain, place)
      expect(sealed).toHaveLength(plain.length + SEAL_BYTES)
      expect(unseal(key, sealed, place)).toEqual(Buffer.from(plain))
      expect(unseal(key, sealed, `${place}.`)).toBeNull()
      expect(unseal(randomBytes(KEY_BYTES), sealed, place)).toBeNull()
    }),
  )
})

it('opens nothing of which one bit was changed, and nothing that was cut', () => {
  fc.assert(
    fc.property(bytes, fc.nat(), fc.integer({ min: 0, max: 7 }), (plain, at, bit) => {
      const sealed = seal(key, plain, 'here')
      const changed = Buffer.from(sealed)
      changed[at % changed.length]! ^= 1 << bit
      expect(unseal(key, changed, 'here')).toBeNull()
      expect(unseal(key, sealed.subarray(0, at % sealed.length), 'here')).toBeNull()
    }),
  )
})

it('never seals the same thing in the same way', () => {
  const plain = Buffer.from('a sentence')
  expect(seal(key, plain, '')).not.toEqual(seal(key, plain, ''))
})
