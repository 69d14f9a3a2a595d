import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { GapCause } from '#contract/account.ts'
import { accountFor } from './account.ts'
import { type LedgerEntry, type LedgerNote, parseLedger, toLine } from './ledger.ts'

function gap(
  from: number,
  length: number,
  { track = 'me', cause = 'overrun' }: { track?: 'me' | 'them'; cause?: GapCause } = {},
): LedgerEntry {
  return { wallMs: 0, type: 'gap', track, from, length, cause }
}

const at = (wallMs: number, note: LedgerNote): LedgerEntry => ({ wallMs, ...note })

/** The account of the track `me`, so many samples long. */
function account(entries: readonly LedgerEntry[], length = 1600) {
  const found = accountFor(entries, new Map([['me', length]])).get('me')
  if (!found) throw new Error('There is no account.')
  return found
}

const muted = { cause: 'muted' } as const

it.each([
  ['nothing missing', [], 100, 1],
  ['no sound at all', [], 0, 1],
  ['one gap', [gap(10, 20)], 100, 0.8],
  ['two gaps', [gap(50, 10), gap(10, 20)], 100, 0.7],
  ['gaps that overlap count once', [gap(10, 20), gap(20, 20), gap(15, 5)], 100, 0.7],
  ['a gap that was not filled before a kill', [gap(90, 50)], 100, 0.9],
  ['a gap behind the end', [gap(200, 50)], 100, 1],
  ['a gap of the other track', [gap(10, 20, { track: 'them' })], 100, 1],
  ['what was muted is not missing', [gap(10, 20, muted), gap(50, 10)], 100, 0.9],
  ['lost while muted is not missing', [gap(10, 20, muted), gap(15, 30)], 100, 0.85],
  ['all muted', [gap(0, 100, muted)], 100, 1],
])('tells the share that was captured: %s', (_, entries, length, captured) => {
  expect(account(entries, length).captured).toBeCloseTo(captured, 12)
})

it('tells where each gap is, in the order of time, clipped to what is there', () => {
  expect(account([gap(90, 50), gap(16, 20), gap(100, 3)], 100).gaps).toEqual([
    { atMs: 1, lengthMs: 1.25, cause: 'overrun' },
    { atMs: 5.625, lengthMs: 0.625, cause: 'overrun' },
  ])
})

it('makes one gap of pieces that touch and have the same cause', () => {
  const entries = [gap(16, 16), gap(64, 16), gap(32, 32), gap(80, 16, muted)]
  expect(account(entries).gaps).toEqual([
    { atMs: 1, lengthMs: 4, cause: 'overrun' },
    { atMs: 5, lengthMs: 1, cause: 'muted' },
  ])
})

const open: LedgerEntry = { wallMs: 0, type: 'gap_open', track: 'me', from: 160, cause: 'overrun' }

it.each<readonly [string, readonly LedgerEntry[], number]>([
  ['as long as it turned out to be', [gap(160, 16), open, gap(160, 320)], 320],
  ['to the end of what a kill has left', [gap(160, 16), open], 1440],
  [
    'to where the sound ended that was extended later',
    [open, { wallMs: 0, type: 'extended', tracks: [{ track: 'me', length: 480 }] }],
    320,
  ],
])('counts a gap that was told piece by piece: %s', (_, entries, length) => {
  expect(account(entries).gaps).toEqual([{ atMs: 10, lengthMs: length / 16, cause: 'overrun' }])
})

it('agrees with counting sample by sample', () => {
  const gaps = fc.array(fc.tuple(fc.nat(120), fc.nat(40), fc.boolean()), { maxLength: 12 })
  fc.assert(
    fc.property(gaps, fc.integer({ min: 1, max: 100 }), (all, length) => {
      const wanted = new Set(Array.from({ length }, (_, i) => i))
      const places = ([from, count]: readonly [number, number, boolean]) =>
        Array.from({ length: count }, (_, i) => from + i)
      const silent = new Set(all.filter(([, , mute]) => mute).flatMap(places))
      const missing = new Set(all.filter(([, , mute]) => !mute).flatMap(places))
      const heard = [...wanted].filter((i) => silent.has(i) || !missing.has(i)).length
      const entries = all.map(([from, count, mute]) => gap(from, count, mute ? muted : {}))
      expect(account(entries, length).captured).toBeCloseTo(heard / length, 12)
    }),
  )
})

const paused = { type: 'paused', track: 'me', at: 800, cause: 'person' } as const
const resumed = { type: 'resumed', track: 'me', at: 800 } as const

it.each<readonly [string, readonly LedgerEntry[], number | null]>([
  ['until it was resumed', [at(1000, paused), at(61_000, resumed)], 60_000],
  ['while it lasts', [at(1000, paused)], null],
  [
    'until the recording was closed',
    [at(1000, paused), { wallMs: 9000, type: 'closed', tracks: [] }],
    8000,
  ],
  [
    'as long as its program was known to live',
    [
      at(1000, paused),
      { wallMs: 6000, type: 'clock', track: 'them', at: 0 },
      { wallMs: 999_000, type: 'recovered', tracks: [] },
    ],
    5000,
  ],
  ['never less than nothing, when the clock was set back', [at(1000, paused), at(10, resumed)], 0],
  [
    'of this track only',
    [at(1000, paused), at(2000, { ...resumed, track: 'them' }), at(3000, resumed)],
    2000,
  ],
])('measures a pause by the wall clock: %s', (_, entries, lengthMs) => {
  expect(account(entries).pauses).toEqual([{ atMs: 50, lengthMs, cause: 'person' }])
})

it('names what the track heard, from each place on', () => {
  const device = { type: 'source', track: 'me', sampleRate: 48_000, channels: 2 } as const
  const entries = [
    at(0, { ...device, at: 0, name: 'Desk microphone' }),
    at(0, { ...device, at: 10, name: 'Loudspeakers', track: 'them' }),
    at(0, { ...device, at: 400, name: 'Headset', channels: 1 }),
  ]
  expect(account(entries).sources).toEqual([
    { atMs: 0, name: 'Desk microphone', sampleRate: 48_000, channels: 2 },
    { atMs: 25, name: 'Headset', sampleRate: 48_000, channels: 1 },
  ])
})

it('passes over lines that a kill cut or a newer program wrote', () => {
  const whole = toLine(paused, 12)
  const text = `${whole}{"wallMs":3,"type":"from the future"}\n\n${whole.slice(0, 20)}\n${whole}{"wal`
  const read = { wallMs: 12, ...paused }
  expect(parseLedger(text)).toEqual([read, read])
})
