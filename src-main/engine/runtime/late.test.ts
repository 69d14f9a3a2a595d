import { describe, expect, it, vi } from 'vitest'
import { late } from './late.ts'

describe('what is loaded late', () => {
  it('is not there before somebody needs it, and then the same for all', async () => {
    const load = vi.fn(async () => ({}))
    const value = late(load)
    expect(value.begun()).toBeNull()
    const [one, other] = await Promise.all([value.get(), value.get()])
    expect(other).toBe(one)
    expect(await value.begun()).toBe(one)
    expect(load).toHaveBeenCalledTimes(1)
  })

  it('is tried again when it could not be loaded', async () => {
    const load = vi.fn(async () => 'there').mockRejectedValueOnce(new Error('gone'))
    const value = late(load)
    await expect(value.get()).rejects.toThrow('gone')
    expect(value.begun()).toBeNull()
    await expect(value.get()).resolves.toBe('there')
  })
})
