import fc from 'fast-check'
import { expect, it } from 'vitest'
import { heldBytes } from './held-bytes.ts'

it('holds what was pushed and not dropped, wherever blocks begin', () => {
  const size = fc.integer({ min: 0, max: 90_000 })
  const step = fc.record({ push: size, drop: fc.double({ min: 0, max: 1, noNaN: true }) })
  fc.assert(
    fc.property(fc.nat({ max: 1000 }), fc.array(step, { maxLength: 8 }), (start, steps) => {
      const held = heldBytes(start)
      let all = Buffer.alloc(0)
      let from = start
      for (const { push, drop } of steps) {
        const bytes = Buffer.alloc(push, all.length % 251)
        held.push(bytes)
        all = Buffer.concat([all, bytes])
        from = Math.max(from, Math.floor(start + drop * all.length))
        held.drop(from)
        const middle = Math.floor((from + held.end()) / 2)
        expect([held.from(), held.end()]).toEqual([from, start + all.length])
        expect(all.subarray(from - start).equals(held.read(start, held.end()))).toBe(true)
        expect(all.subarray(middle - start).equals(held.read(middle, held.end()))).toBe(true)
      }
    }),
    { numRuns: 20 },
  )
})

it('begins anew where it is told', () => {
  const held = heldBytes(0)
  held.push(Uint8Array.of(1, 2, 3))
  held.startAt(9)
  held.push(Uint8Array.of(4))
  expect([...held.read(0, 100)]).toEqual([4])
  expect([held.from(), held.end()]).toEqual([9, 10])
})
