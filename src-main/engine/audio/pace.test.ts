import { expect, it } from 'vitest'
import { openFileSource } from './file-source.ts'
import { written } from './fixtures/hear-file.ts'
import { makeWav, tone } from './fixtures/make-wav.ts'

/** Time passes only while someone waits for it. */
function handDriven() {
  let now = 0
  const timer = {
    nowMs: () => now,
    wait: async (ms: number) => {
      now += ms
    },
  }
  return { timer, nowMs: () => now, lose: (ms: number) => void (now += ms) }
}

it('tells every sound when it would have been said, and catches up after a delay', async () => {
  const { timer, nowMs, lose } = handDriven()
  const path = await written(makeWav(tone(1, { sampleRate: 44_100 }), { sampleRate: 44_100 }))
  await using source = await openFileSource(path, { pace: 'real', channels: 'mix', timer })
  let heard = 0
  for await (const event of source.events) {
    if (event.type !== 'samples') continue
    heard += event.samples.length
    // Never early; late by one piece and the reach of the resampler at most, once the delay is made up for.
    expect(heard / 16).toBeLessThanOrEqual(nowMs() + 0.1)
    if (heard < 4000 || heard > 10_000) expect(nowMs() - heard / 16).toBeLessThan(45)
    if (heard > 4000 && heard < 4400) lose(200)
  }
  expect(heard).toBe(16_000)
  expect(nowMs()).toBeCloseTo(1000, 0)
})

it('ends when it is stopped, with what was heard so far', async () => {
  const { timer } = handDriven()
  const path = await written(makeWav(tone(1)))
  await using source = await openFileSource(path, { pace: 'real', channels: 'mix', timer })
  let heard = 0
  for await (const event of source.events) {
    if (event.type === 'samples') heard += event.samples.length
    if (heard >= 3200) source.stop()
  }
  expect(heard).toBe(3200)
})
