import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bodyQueue } from './body-queue.ts'

function setUp(mostBytes: number) {
  const flow: string[] = []
  const pausing = { pause: () => void flow.push('pause'), resume: () => void flow.push('resume') }
  return { queue: bodyQueue(pausing, mostBytes), flow }
}

it('hands on every byte that came before it tells that the connection broke', async () => {
  const { queue } = setUp(1000)
  queue.push(Buffer.from('all '))
  queue.push(Buffer.from('of it'))
  queue.end(new Error('cut'))
  let text = ''
  const reading = (async () => {
    for await (const bytes of queue) text += Buffer.from(bytes).toString()
  })()
  await expect(reading).rejects.toThrow('cut')
  expect(text).toBe('all of it')
})

it('makes the network wait while the disk is slower', async () => {
  const { queue, flow } = setUp(10)
  const reader = queue[Symbol.asyncIterator]()
  queue.push(Buffer.alloc(6))
  queue.push(Buffer.alloc(6))
  expect(flow).toEqual(['pause'])
  await reader.next()
  expect(flow).toEqual(['pause'])
  await reader.next()
  expect(flow).toEqual(['pause', 'resume'])
})

it('keeps the order, however pushes and reads fall together', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.uint8Array({ minLength: 1 })),
      fc.scheduler(),
      async (parts, s) => {
        const { queue } = setUp(8)
        const read: number[] = []
        const reading = (async () => {
          for await (const bytes of queue) read.push(...bytes)
        })()
        const pushes = parts.map((part) => s.schedule(Promise.resolve(part)))
        const pushing = (async () => {
          for (const part of pushes) queue.push(await part)
          queue.end(null)
        })()
        await s.waitAll()
        await Promise.all([pushing, reading])
        expect(read).toEqual(parts.flatMap((part) => [...part]))
      },
    ),
    { numRuns: 50 },
  )
})
