import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ahead } from './ahead.ts'
import { mapInOrder } from './map-in-order.ts'

async function* from<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  for (const item of items) {
    await Promise.resolve()
    yield item
  }
}

async function later(ticks: number): Promise<void> {
  for (let tick = 0; tick < ticks; tick++) await Promise.resolve()
}

it('keeps the order however long each item takes, and never works on too many at once', async () => {
  const plans = fc.array(fc.nat(20), { maxLength: 20 })
  await fc.assert(
    fc.asyncProperty(plans, fc.integer({ min: 1, max: 4 }), async (ticks, count) => {
      let busy = 0
      let most = 0
      const results: number[] = []
      const work = async (tick: number) => {
        most = Math.max(most, ++busy)
        await later(tick)
        busy--
        return tick * 2
      }
      for await (const [, result] of mapInOrder(ahead(from(ticks), 1), count, work))
        results.push(result)
      expect(results).toEqual(ticks.map((tick) => tick * 2))
      expect(most).toBeLessThanOrEqual(count)
    }),
  )
})

it('tells a failure in its place, after what came before it', async () => {
  const seen: number[] = []
  const work = async (item: number) => {
    if (item === 2) throw new Error('broken')
    return item
  }
  await expect(async () => {
    for await (const [, result] of mapInOrder(from([1, 2, 3]), 3, work)) seen.push(result)
  }).rejects.toThrow('broken')
  expect(seen).toEqual([1])
})

it('hands a failure of the source on through `ahead`', async () => {
  async function* broken() {
    yield 1
    await Promise.resolve()
    throw new Error('no more')
  }
  const seen: number[] = []
  await expect(async () => {
    for await (const item of ahead(broken(), 2)) seen.push(item)
  }).rejects.toThrow('no more')
  expect(seen).toEqual([1])
})
