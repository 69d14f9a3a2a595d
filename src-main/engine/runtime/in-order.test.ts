import { describe, expect, it } from 'vitest'
import { inOrder } from './in-order.ts'

function setUp() {
  const tasks = inOrder()
  const done: string[] = []
  const gate = Promise.withResolvers<void>()
  return { tasks, done, gate, does: (name: string) => () => void done.push(name) }
}

describe('inOrder', () => {
  it('does a task before it returns when nothing is left to do', () => {
    const { tasks, done, does } = setUp()
    tasks.add(does('first'))
    tasks.add(does('second'))
    expect(done).toEqual(['first', 'second'])
  })

  it('does what follows a slow task after it', async () => {
    const { tasks, done, gate, does } = setUp()
    tasks.add(() => gate.promise.then(does('slow')))
    tasks.add(does('quick'))
    expect(done).toEqual([])
    gate.resolve()
    await tasks.left(0)
    expect(done).toEqual(['slow', 'quick'])
  })

  it('waits only until few enough are left', async () => {
    const { tasks, gate, does } = setUp()
    tasks.add(() => gate.promise)
    tasks.add(does('waits'))
    await tasks.left(2)
    gate.resolve()
    await tasks.left(0)
  })

  it('begins nothing after a failure, and tells it', async () => {
    const { tasks, done, does } = setUp()
    tasks.add(() => Promise.reject(new Error('full')))
    tasks.add(does('never'))
    await expect(tasks.left(0)).rejects.toThrow('full')
    await expect(tasks.left(9)).rejects.toThrow('full')
    tasks.add(does('never'))
    expect(done).toEqual([])
  })

  it('stops behind the task under way', async () => {
    const { tasks, done, gate, does } = setUp()
    tasks.add(() => gate.promise.then(does('under way')))
    tasks.add(does('never'))
    const stopped = tasks.stop()
    gate.resolve()
    await stopped
    expect(done).toEqual(['under way'])
  })
})
