import { expect, it } from 'vitest'
import { gate } from './gate.ts'

it('lets through while it is open', async () => {
  await expect(gate().pass(new AbortController().signal)).resolves.toBeUndefined()
})

it('keeps back until it opens', async () => {
  const held = gate()
  held.set(false)
  const passed: string[] = []
  const passing = held.pass(new AbortController().signal).then(() => passed.push('passed'))
  await Promise.resolve()
  passed.push('opened')
  held.set(true)
  await passing
  expect(passed).toEqual(['opened', 'passed'])
})

it('is left by whoever gives up', async () => {
  const held = gate()
  held.set(false)
  const stop = new AbortController()
  const passing = held.pass(stop.signal)
  stop.abort(new Error('enough'))
  await expect(passing).rejects.toThrow('enough')
  await expect(held.pass(AbortSignal.abort(new Error('at once')))).rejects.toThrow('at once')
})
