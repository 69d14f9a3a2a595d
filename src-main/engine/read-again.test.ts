import { describe, expect, it } from 'vitest'
import { AppError } from '#contract/errors.ts'
import type { Warning } from '#contract/warning.ts'
import { readAgain, textTrouble } from './read-again.ts'

const crash = () => new AppError('worker_crashed', 'It stopped.')

/** Reading that ends in these ways, one after the other; each may have come further first. */
function setUp(ends: ReadonlyArray<{ readonly error?: Error; readonly further?: number }>) {
  const left = [...ends]
  const waits: number[] = []
  const warnings: Warning[] = []
  const trouble = textTrouble((warning) => warnings.push(warning))
  const leave = new AbortController()
  let position = 0
  let hurries = 0
  const begin = ({ soundEndsAfter = Infinity, hasEnded = false, restMs = 0 } = {}) =>
    readAgain({
      async read() {
        const end = left.shift()
        position += end?.further ?? 0
        if (end?.error) throw end.error
      },
      position: () => position,
      hasEnded: async () => hasEnded,
      async pause(ms) {
        waits.push(ms)
        return waits.length >= soundEndsAfter
      },
      trouble,
      restMs: () => restMs,
      hurry: () => void (hurries += 1),
      signal: leave.signal,
    })
  return { hurries: () => hurries, begin, waits, warnings, trouble, leave }
}

const fails = (error: Error, further = 0) => ({ error, further })

describe('reading that fails while sound comes', () => {
  it('begins again, each time later, but never later than a minute', async () => {
    const { begin, waits } = setUp(Array.from({ length: 6 }, () => fails(crash())))
    await begin()
    expect(waits).toEqual([5_000, 10_000, 20_000, 40_000, 60_000, 60_000])
  })

  it('waits for as long as what reads is left alone', async () => {
    const { begin, waits } = setUp([fails(crash()), fails(crash())])
    await begin({ restMs: 700 })
    expect(waits).toEqual([700, 700])
  })

  it('begins again soon when it had come further', async () => {
    const { begin, waits } = setUp([fails(crash()), fails(crash()), fails(crash(), 16_000)])
    await begin()
    expect(waits).toEqual([5_000, 10_000, 5_000])
  })

  it('fails at once when no more sound will come: it can be read later', async () => {
    const { begin, waits, warnings } = setUp([fails(crash())])
    await expect(begin({ hasEnded: true })).rejects.toMatchObject({ code: 'worker_crashed' })
    expect({ waits, warnings }).toEqual({ waits: [], warnings: [] })
  })

  it('tries once more when the sound ended while it waited, and then says why it failed', async () => {
    const { begin, waits, hurries } = setUp(Array.from({ length: 9 }, () => fails(crash())))
    await expect(begin({ soundEndsAfter: 2 })).rejects.toMatchObject({ code: 'worker_crashed' })
    expect(waits).toHaveLength(2)
    expect(hurries()).toBe(1)
  })

  it('fails at once for what does not pass', async () => {
    const full = new AppError('disk_full', 'The disk is full.')
    const { begin, waits, warnings } = setUp([fails(full)])
    await expect(begin()).rejects.toBe(full)
    expect({ waits, warnings }).toEqual({ waits: [], warnings: [] })
  })

  it('is left when somebody wants to leave', async () => {
    const { begin, leave, waits } = setUp([fails(crash())])
    leave.abort()
    await expect(begin()).rejects.toMatchObject({ code: 'worker_crashed' })
    expect(waits).toEqual([])
  })

  it('is told once, with the reason, and once that it is over', async () => {
    const { begin, warnings, trouble } = setUp([fails(crash()), fails(crash())])
    await begin()
    trouble.over()
    trouble.over()
    expect(warnings.map(({ code, over }) => ({ code, over }))).toEqual([
      { code: 'text_stopped', over: false },
      { code: 'text_stopped', over: true },
    ])
    expect(warnings[0]?.message).toMatch(/It stopped\..*recording goes on/)
  })
})
