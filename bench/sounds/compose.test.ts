import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BankVoice } from './bank.ts'
import { compose, type Manner, type Said } from './compose.ts'

/** Each sentence is three words of 300 ms, and a sound that never falls silent. */
const bank: BankVoice[] = ['a', 'b', 'c'].map((name) => ({
  name,
  sentences: Array.from({ length: 8 }, (_, n) => ({
    text: `${name} ${n} said`,
    samples: new Int16Array(900 * 16).fill(1000),
    words: [name, String(n), 'said'].map((text, place) => ({
      text,
      startMs: place * 300,
      endMs: (place + 1) * 300,
    })),
  })),
}))

const seconds = 30
const manners: readonly Manner[] = ['talk', 'monologue', 'both', 'sparse']
const scene = (manner: Manner, seed: number) => compose(bank, { manner, seconds, seed })

function spans(said: readonly Said[]) {
  return said.map(({ words }) => ({
    startMs: words[0]?.startMs ?? Number.NaN,
    endMs: words.at(-1)?.endMs ?? Number.NaN,
  }))
}

function pausesOn(track: 'me' | 'them', said: readonly Said[]): number[] {
  const all = spans(said.filter((sentence) => sentence.track === track))
  return all.slice(1).map(({ startMs }, n) => startMs - (all[n]?.endMs ?? Number.NaN))
}

describe('a composed meeting', () => {
  it.each(manners)('is the same whenever it is made: %s', (manner) => {
    const [one, other] = [scene(manner, 5), scene(manner, 5)]
    expect(other.said).toEqual(one.said)
    expect(other.sound.read('them', 0, other.sound.length)).toEqual(
      one.sound.read('them', 0, one.sound.length),
    )
    expect(scene(manner, 6).said).not.toEqual(one.said)
  })

  it.each(manners)(
    'sounds exactly where somebody speaks, and nobody talks over himself: %s',
    (manner) => {
      fc.assert(
        fc.property(fc.nat(1000), (seed) => {
          const { sound, said } = scene(manner, seed)
          expect(sound.length).toBe(seconds * 16_000)
          for (const track of ['me', 'them'] as const) {
            const own = spans(said.filter((sentence) => sentence.track === track))
            const samples = sound.read(track, 0, sound.length)
            const loud = samples.reduce((sum, value) => sum + (value === 0 ? 0 : 1), 0)
            expect(loud).toBe(own.length * 900 * 16)
            for (const { startMs, endMs } of own) expect(samples[(startMs + endMs) * 8]).toBe(1000)
            expect(Math.min(0, ...pausesOn(track, said))).toBe(0)
          }
        }),
        { numRuns: 5 },
      )
    },
  )

  it('has no pause of 200 ms in a monologue, nor where both talk on', () => {
    expect(Math.max(...pausesOn('them', scene('monologue', 1).said))).toBeLessThan(200)
    const both = scene('both', 1).said
    expect(Math.max(...pausesOn('me', both), ...pausesOn('them', both))).toBeLessThan(200)
    expect(spans(both).at(-1)?.endMs).toBeGreaterThan(27_000)
  })

  it('has pauses, quick answers and moments in which both speak', () => {
    const { said } = compose(bank, { manner: 'talk', seconds: 300, seed: 1 })
    const pauses = [...pausesOn('me', said), ...pausesOn('them', said)]
    expect(pauses.some((ms) => ms < 200)).toBe(true)
    expect(pauses.some((ms) => ms > 500)).toBe(true)
    const at = spans(said)
    const together = at.some(({ startMs }, n) => startMs < (at[n - 1]?.endMs ?? 0))
    expect(together).toBe(true)
  })
})
