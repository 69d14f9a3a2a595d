import { expect, it } from 'vitest'
import type { LedgerEntry } from './ledger.ts'
import { lostSince } from './lost-since.ts'

const me = (length: number) => [{ track: 'me' as const, length }]
const clock: LedgerEntry = { wallMs: 0, type: 'clock', track: 'me', at: 500 }
const closed: LedgerEntry = { wallMs: 0, type: 'closed', tracks: me(700) }
const extended: LedgerEntry = { wallMs: 0, type: 'extended', tracks: me(300) }

it.each<[why: string, entries: LedgerEntry[], lost: number]>([
  ['nothing is known', [], 0],
  ['only the clock was noted', [clock], 300],
  ['it was closed', [clock, closed], 500],
  ['it went on behind less, and that is said', [closed, extended], 100],
  ['another track was longer', [{ wallMs: 0, type: 'clock', track: 'them', at: 900 }], 0],
  ['there is more than was noted', [{ ...clock, at: 10 }], 0],
])('knows what is missing of 200 samples where %s', (_, entries, lost) => {
  expect(lostSince(entries, 'me', 200)).toBe(lost)
})
