import { expect, it } from 'vitest'
import { oneAtATime } from './one-at-a-time.ts'

it('begins a task when the one before has ended, well or not', async () => {
  const inTurn = oneAtATime()
  const order: string[] = []
  const first = Promise.withResolvers<never>()
  const failing = inTurn(() => first.promise)
  const second = inTurn(async () => order.push('second'))
  order.push('first')
  first.reject(new Error('broken'))
  await expect(failing).rejects.toThrow('broken')
  await second
  expect(order).toEqual(['first', 'second'])
})

it('never begins what was given up while it waited', async () => {
  const inTurn = oneAtATime()
  const first = Promise.withResolvers<void>()
  const under = inTurn(() => first.promise)
  const stop = new AbortController()
  const begun: string[] = []
  const waiting = inTurn(async () => begun.push('begun'), stop.signal)
  stop.abort(new Error('enough'))
  await expect(waiting).rejects.toThrow('enough')
  first.resolve()
  await under
  await inTurn(async () => begun.push('third'))
  expect(begun).toEqual(['third'])
})
