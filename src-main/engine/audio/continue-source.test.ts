import fc from 'fast-check'
import { expect, it } from 'vitest'
import { continueSource } from './continue-source.ts'
import type { Source, SourceEvent } from './source.ts'

function sourceOf(events: readonly SourceEvent[]): Source {
  return {
    tracks: ['mix'],
    totalMs: null,
    // oxlint-disable-next-line typescript/require-await
    events: (async function* () {
      yield* events
    })(),
    controls: null,
    stop: () => {},
    [Symbol.asyncDispose]: async () => {},
  }
}

/** Every sample is told as its own number, and missing ones as null. */
async function heard(source: Source): Promise<Array<number | null>> {
  const all: Array<number | null> = []
  for await (const event of source.events) {
    if (event.type === 'samples') all.push(...event.samples)
    if (event.type === 'gap') all.push(...Array.from({ length: event.length }, () => null))
  }
  return all
}

function told(lengths: readonly number[]): SourceEvent[] {
  let at = 0
  return lengths.map((length, index): SourceEvent => {
    const first = at
    at += length
    if (index % 3 === 2) return { type: 'gap', track: 'mix', length, cause: 'file_hole' }
    const samples = Float32Array.from({ length }, (_, i) => first + i)
    return { type: 'samples', track: 'mix', samples, deviceMs: null }
  })
}

it('tells exactly what was not recorded yet, wherever the recording ends', async () => {
  const pieces = fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(pieces, fc.nat(60), async (lengths, recorded) => {
      const whole = await heard(sourceOf(told(lengths)))
      const rest = await heard(
        continueSource(sourceOf(told(lengths)), new Map([['mix', recorded]])),
      )
      expect(rest).toEqual(whole.slice(recorded))
    }),
  )
})

it('tells again that the sound is cut short, and not again what it is', async () => {
  const events: SourceEvent[] = [
    { type: 'format', track: 'mix', name: 'wav', sampleRate: 8000, channels: 1 },
    ...told([5]),
    { type: 'cut_short', track: 'mix', missing: null },
  ]
  const types = []
  for await (const { type } of continueSource(sourceOf(events), new Map([['mix', 9]])).events)
    types.push(type)
  expect(types).toEqual(['cut_short'])
})
