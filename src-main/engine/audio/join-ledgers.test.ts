import { expect, it } from 'vitest'
import { accountFor } from './account.ts'
import { joinLedgers } from './join-ledgers.ts'
import type { LedgerEntry } from './ledger.ts'

const second = 16_000

/** What the joined ledger says, folded, with what is written now at `wallMs`. */
function accountOf(joined: ReturnType<typeof joinLedgers>, lengths: readonly [string, number][]) {
  const entries = joined.map(([note, wallMs]) => ({ ...note, wallMs: wallMs ?? 99_000 }))
  return accountFor(entries as LedgerEntry[], new Map(lengths as never))
}

it('keeps every gap, pause and source at its new place, with the length of pauses', () => {
  const entries: LedgerEntry[] = [
    { type: 'opened', version: 1, tracks: ['me'], wallMs: 0 },
    {
      type: 'source',
      track: 'me',
      at: 0,
      name: 'Headset',
      sampleRate: 48_000,
      channels: 1,
      wallMs: 0,
    },
    { type: 'paused', track: 'me', at: second, cause: 'person', wallMs: 1_000 },
    { type: 'resumed', track: 'me', at: second, wallMs: 5_000 },
    { type: 'gap', track: 'me', from: 2 * second, length: second, cause: 'overrun', wallMs: 7_000 },
    { type: 'closed', tracks: [{ track: 'me', length: 4 * second }], wallMs: 9_000 },
  ]
  const heard = new Map([['me', 4 * second]] as const)
  const part = { entries, length: 4 * second, heard }
  const joined = joinLedgers(
    ['me'],
    [
      { ...part, from: 0 },
      { ...part, from: 4 * second },
    ],
  )
  const me = accountOf(joined, [['me', 8 * second]]).get('me')
  expect(me?.gaps.map(({ atMs, lengthMs }) => [atMs, lengthMs])).toEqual([
    [2_000, 1_000],
    [6_000, 1_000],
  ])
  expect(me?.pauses.map(({ atMs, lengthMs }) => [atMs, lengthMs])).toEqual([
    [1_000, 4_000],
    [5_000, 4_000],
  ])
  expect(me?.sources.map(({ atMs }) => atMs)).toEqual([0, 4_000])
  expect(me?.captured).toBe(6 / 8)
})

it('says what one of them does not have, and ends there what went on until its end', () => {
  const cut: LedgerEntry[] = [
    { type: 'gap_open', track: 'me', from: second, cause: 'device_lost', wallMs: 0 },
    { type: 'paused', track: 'me', at: 2 * second, cause: 'person', wallMs: 2_000 },
    { type: 'clock', track: 'me', at: 2 * second, wallMs: 3_000 },
  ]
  const joined = joinLedgers(
    ['me', 'them'],
    [
      { entries: cut, from: 0, length: 2 * second, heard: new Map([['me', 2 * second]] as const) },
      {
        entries: [],
        from: 2 * second,
        length: second,
        heard: new Map([
          ['me', second],
          ['them', second],
        ] as const),
      },
    ],
  )
  const account = accountOf(joined, [
    ['me', 3 * second],
    ['them', 3 * second],
  ])
  expect(account.get('me')).toMatchObject({
    gaps: [{ atMs: 1_000, lengthMs: 1_000, cause: 'device_lost' }],
    pauses: [{ atMs: 2_000, lengthMs: 1_000 }],
  })
  expect(account.get('them')?.gaps).toEqual([{ atMs: 0, lengthMs: 2_000, cause: 'not_recorded' }])
})
