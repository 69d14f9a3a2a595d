import fc from 'fast-check'
import { expect, it } from 'vitest'
import { accountFor } from './account.ts'
import { type LedgerEntry, parseLedger, toLine } from './ledger.ts'

const gap = (from: number, length: number, track: 'me' | 'them' = 'me'): LedgerEntry => ({
  wallMs: 0,
  type: 'gap',
  track,
  from,
  length,
  cause: 'overrun',
})

function capturedOf(entries: readonly LedgerEntry[], length: number): number | undefined {
  return accountFor(entries, new Map([['me', length]]))[0]?.captured
}

it.each([
  ['nothing missing', [], 100, 100],
  ['one gap', [gap(10, 20)], 100, 80],
  ['two gaps', [gap(50, 10), gap(10, 20)], 100, 70],
  ['gaps that overlap count once', [gap(10, 20), gap(20, 20), gap(15, 5)], 100, 70],
  ['a gap that was not filled before a kill', [gap(90, 50)], 100, 90],
  ['a gap behind the end', [gap(200, 50)], 100, 100],
  ['a gap of the other track', [gap(10, 20, 'them')], 100, 100],
])('counts what was captured: %s', (_, entries, length, captured) => {
  expect(capturedOf(entries, length)).toBe(captured)
})

it('tells where each gap is, in the order of time, clipped to what is there', () => {
  const [account] = accountFor([gap(90, 50), gap(10, 20), gap(100, 3)], new Map([['me', 100]]))
  expect(account?.gaps).toEqual([
    { from: 10, length: 20, cause: 'overrun' },
    { from: 90, length: 10, cause: 'overrun' },
  ])
})

it('agrees with counting sample by sample', () => {
  const gaps = fc.array(fc.tuple(fc.nat(120), fc.nat(40)), { maxLength: 12 })
  fc.assert(
    fc.property(gaps, fc.nat(100), (all, length) => {
      const missing = new Set(
        all.flatMap(([from, count]) => Array.from({ length: count }, (_, i) => from + i)),
      )
      const heard = Array.from({ length }, (_, i) => i).filter((i) => !missing.has(i)).length
      expect(
        capturedOf(
          all.map(([from, count]) => gap(from, count)),
          length,
        ),
      ).toBe(heard)
    }),
  )
})

it('passes over lines that a kill cut or a newer program wrote', () => {
  const whole = toLine({ type: 'paused', track: 'me', at: 7 }, 12)
  const text = `${whole}{"wallMs":3,"type":"from the future"}\n\n${whole.slice(0, 20)}\n${whole}{"wal`
  const paused = { wallMs: 12, type: 'paused', track: 'me', at: 7 }
  expect(parseLedger(text)).toEqual([paused, paused])
})
