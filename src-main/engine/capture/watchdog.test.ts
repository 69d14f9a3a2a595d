import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Finding, type Watchdog, watchdog, watchRules } from './watchdog.ts'

const STEP_MS = 500
const HOUR = 7200

interface Half {
  readonly captured?: number
  readonly speaker?: number
  readonly headset?: number
}

/** One look every half second at two outputs, of which the speaker is heard. */
function watch(dog: Watchdog, halves: Iterable<Half>, deviceId: string | null = 'speaker') {
  const found: (Finding & { readonly atMs: number })[] = []
  let atMs = 0
  for (const { captured = 0, speaker = 0, headset = 0 } of halves) {
    atMs += STEP_MS
    const meters = [
      { deviceId: 'speaker', peak: speaker },
      { deviceId: 'headset', peak: headset },
    ]
    const finding = dog.look({ atMs, captured, deviceId, meters })
    if (finding) found.push({ ...finding, atMs })
  }
  return found
}

const halves = (count: number, half: (i: number) => Half): Half[] =>
  Array.from({ length: count }, (_, i) => half(i))

/** Speech with pauses: every third half second is quiet. */
const speech = (i: number): number => (i % 3 === 2 ? 0 : 0.2)

describe('a deaf stream', () => {
  it('is known within five seconds', () => {
    const [first] = watch(
      watchdog(),
      halves(10, (i) => ({ speaker: speech(i) })),
    )
    expect(first).toMatchObject({ type: 'deaf', loudDeviceId: 'speaker' })
    expect(first?.atMs).toBeLessThanOrEqual(5000)
  })

  it('is known since its first loud look', () => {
    const [first] = watch(
      watchdog(),
      halves(20, (i) => ({ speaker: i < 8 ? 0 : 0.2 })),
    )
    expect(first).toMatchObject({ sinceMs: 4000 })
  })

  it('is found again while it lasts, and said to be heard when sound arrives', () => {
    const found = watch(watchdog(), [
      ...halves(12, () => ({ speaker: 0.2 })),
      { captured: 0.1, speaker: 0.2 },
    ])
    expect(found.map(({ type }) => type)).toEqual(['deaf', 'deaf', 'deaf', 'heard'])
  })

  it('is any playing output where all outputs are heard', () => {
    const [first] = watch(
      watchdog(),
      halves(10, () => ({ headset: 0.2 })),
      null,
    )
    expect(first).toMatchObject({ type: 'deaf', loudDeviceId: 'headset' })
  })
})

describe('another output', () => {
  it('that plays while ours is silent is found within five seconds', () => {
    const [first] = watch(
      watchdog(),
      halves(10, (i) => ({ headset: speech(i) })),
    )
    expect(first).toMatchObject({ type: 'elsewhere', deviceId: 'headset' })
    expect(first?.atMs).toBeLessThanOrEqual(5000)
  })

  it('is nothing to tell while ours is heard', () => {
    expect(
      watch(
        watchdog(),
        halves(100, () => ({ headset: 0.2, speaker: 0.2, captured: 0.2 })),
      ),
    ).toEqual([])
  })

  it('comes after our own deafness', () => {
    const [first] = watch(
      watchdog(),
      halves(10, () => ({ headset: 0.9, speaker: 0.2 })),
    )
    expect(first?.type).toBe('deaf')
  })
})

describe('an hour of silence raises no alarm', () => {
  it.each<[string, (i: number) => Half]>([
    ['digital silence', () => ({})],
    ['dither of the sound card', (i) => ({ captured: (i % 2) * 0.00003, speaker: 0.00006 })],
    ['meters that never show nothing', () => ({ speaker: 0.002, headset: 0.004 })],
    // The sound may lie in one look or across two, and be missed by our own capture at the edge.
    ['a notification every minute elsewhere', (i) => ({ headset: i % 120 < 2 ? 0.6 : 0 })],
    ['a click every five seconds elsewhere', (i) => ({ headset: i % 10 === 0 ? 0.6 : 0 })],
    [
      'a notification that our capture sees one look late',
      (i) => ({
        speaker: i % 40 === 0 ? 0.6 : 0,
        captured: i % 40 === 1 ? 0.6 : 0,
      }),
    ],
  ])('%s', (_, half) => {
    expect(watch(watchdog(), halves(HOUR, half))).toEqual([])
  })
})

it('never finds anything where all meters are below the threshold, or ours is heard', () => {
  const quiet = fc.double({ min: 0, max: watchRules.loud, maxExcluded: true, noNaN: true })
  const level = fc.double({ min: 0, max: 1, noNaN: true })
  const heard = fc.double({ min: watchRules.quiet, max: 1, noNaN: true })
  const half = fc.oneof(
    fc.record({ captured: level, speaker: quiet, headset: quiet }),
    fc.record({ captured: heard, speaker: level, headset: level }),
  )
  fc.assert(
    fc.property(fc.array(half, { maxLength: 100 }), (all) => {
      expect(watch(watchdog(), all)).toEqual([])
    }),
  )
})

it('forgets what it saw of a device that is not heard any more', () => {
  const dog = watchdog()
  const loud = halves(3, () => ({ speaker: 0.2 }))
  expect(watch(dog, loud)).toEqual([])
  dog.forget()
  expect(watch(dog, loud)).toEqual([])
})
