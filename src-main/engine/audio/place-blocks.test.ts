import { expect, it } from 'vitest'
import { placeBlocks } from './place-blocks.ts'

/** Blocks of mono sound at 16 kHz, where nothing is resampled: `[start in ms, length in ms]`. */
function place(...blocks: ReadonlyArray<readonly [number, number]>): string[] {
  const placer = placeBlocks(['mix'])
  const events = blocks.flatMap(([atMs, lengthMs]) =>
    placer.push({
      atSeconds: atMs / 1000,
      sampleRate: 16_000,
      channels: [new Float32Array(lengthMs * 16)],
    }),
  )
  return [...events, ...placer.finish()].map((event) => {
    if (event.type === 'samples') return `${event.samples.length / 16} ms`
    return 'length' in event ? `${event.type} ${event.length / 16}` : event.type
  })
}

const hour = 3_600_000

it.each([
  [
    'blocks that follow each other',
    [
      [0, 100],
      [100, 50],
    ],
    ['100 ms', '50 ms'],
  ],
  [
    'times that are a little off',
    [
      [0, 100],
      [120, 50],
      [130, 20],
    ],
    ['100 ms', '50 ms', '20 ms'],
  ],
  [
    'a run-in before zero is dropped',
    [
      [-60, 100],
      [40, 50],
    ],
    ['40 ms', '50 ms'],
  ],
  [
    'all of a block may be run-in',
    [
      [-60, 60],
      [0, 50],
    ],
    ['50 ms'],
  ],
  ['sound that begins late', [[500, 100]], ['silence 500', '100 ms']],
  [
    'a hole',
    [
      [0, 100],
      [300, 50],
    ],
    ['100 ms', 'gap 200', '50 ms'],
  ],
  [
    'an overlap is not told twice',
    [
      [0, 200],
      [100, 200],
    ],
    ['200 ms', '100 ms'],
  ],
  [
    'a clock that starts anew',
    [
      [0, 5000],
      [0, 100],
      [100, 50],
    ],
    ['5000 ms', '100 ms', '50 ms'],
  ],
  [
    'a clock that runs away',
    [
      [0, 100],
      [hour, 100],
      [hour + 100, 50],
    ],
    ['100 ms', '100 ms', '50 ms'],
  ],
  ['nothing', [], []],
] as const)('%s', (_, blocks, expected) => {
  expect(place(...blocks)).toEqual(expected)
})

it('goes on at the right place when the rate changes', () => {
  const placer = placeBlocks(['mix'])
  const pieces = [48_000, 44_100].flatMap((sampleRate, atSeconds) =>
    placer.push({ atSeconds, sampleRate, channels: [new Float32Array(sampleRate)] }),
  )
  const lengths = [...pieces, ...placer.finish()].map((event) =>
    event.type === 'samples' ? event.samples.length : Number.NaN,
  )
  expect(lengths.reduce((a, b) => a + b, 0)).toBe(32_000)
})

it('fills a second track with silence where a block has no second channel', () => {
  const placer = placeBlocks(['me', 'them'])
  const loud = new Float32Array(160).fill(1)
  const block = { atSeconds: 0, sampleRate: 16_000 }
  placer.push({ ...block, channels: [loud, loud] })
  const events = placer.push({ ...block, atSeconds: 0.01, channels: [loud] })
  expect(events).toMatchObject([
    { track: 'me', samples: loud },
    { track: 'them', samples: new Float32Array(160) },
  ])
})
