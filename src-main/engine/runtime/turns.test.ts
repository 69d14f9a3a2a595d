import { expect, it } from 'vitest'
import { rank, turns } from './turns.ts'

function setUp(fileLanes = 2) {
  const shared = turns(fileLanes)
  const begun: string[] = []
  const jobs = new Map<string, PromiseWithResolvers<string>>()
  const yielding: string[] = []
  const ask = (name: string, of: keyof typeof rank, signal?: AbortSignal, behind = 0) =>
    shared.run(
      { rank: rank[of], behind: () => behind },
      (giveWay) => {
        begun.push(name)
        giveWay.addEventListener('abort', () => yielding.push(name))
        const job = Promise.withResolvers<string>()
        jobs.set(name, job)
        return job.promise
      },
      signal,
    )
  const finish = async (name: string) => {
    jobs.get(name)?.resolve(name)
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { ask, begun, finish, jobs, yielding }
}

it('lets live work go one at a time, committed text first', async () => {
  const { ask, begun, finish } = setUp()
  void ask('look 1', 'look')
  void ask('look 2', 'look')
  void ask('commit', 'commit')
  expect(begun).toEqual(['look 1'])
  await finish('look 1')
  expect(begun).toEqual(['look 1', 'commit'])
  await finish('commit')
  expect(begun).toEqual(['look 1', 'commit', 'look 2'])
})

it('works on files side by side, as many as there are lanes', async () => {
  const { ask, begun, finish } = setUp(2)
  for (const name of ['a', 'b', 'c']) void ask(name, 'file')
  expect(begun).toEqual(['a', 'b'])
  await finish('b')
  expect(begun).toEqual(['a', 'b', 'c'])
})

it('lets files give way at once to live work, and begins none while any runs or waits', async () => {
  const { ask, begun, finish, yielding } = setUp()
  void ask('file 1', 'file')
  void ask('pass', 'background')
  void ask('live', 'commit')
  void ask('file 2', 'file')
  expect(begun).toEqual(['file 1', 'pass'])
  expect(yielding).toEqual(['file 1', 'pass'])
  await finish('file 1')
  expect(begun).not.toContain('live')
  await finish('pass')
  expect(begun.slice(2)).toEqual(['live'])
  await finish('live')
  expect(begun.slice(2)).toEqual(['live', 'file 2'])
})

it('serves first what is furthest behind its sound', async () => {
  const { ask, begun, finish } = setUp()
  void ask('first', 'look')
  void ask('near', 'look', undefined, 100)
  void ask('far', 'look', undefined, 900)
  void ask('end', 'commit', undefined, 10)
  await finish('first')
  await finish('end')
  await finish('far')
  expect(begun).toEqual(['first', 'end', 'far', 'near'])
})

it('passes over who left while waiting, and goes on after a failure', async () => {
  const { ask, begun, jobs } = setUp()
  const leave = new AbortController()
  const first = ask('first', 'commit')
  const gone = ask('gone', 'commit', leave.signal)
  const last = ask('last', 'commit')
  leave.abort(new Error('left'))
  jobs.get('first')?.reject(new Error('broken'))
  await expect(first).rejects.toThrow('broken')
  await expect(gone).rejects.toThrow('left')
  await expect.poll(() => begun).toEqual(['first', 'last'])
  jobs.get('last')?.resolve('last')
  await expect(last).resolves.toBe('last')
})
