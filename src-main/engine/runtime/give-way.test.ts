import { expect, it } from 'vitest'
import { givingWay } from './give-way.ts'
import { rank, turns } from './turns.ts'

const never = new AbortController().signal

function setUp() {
  const shared = givingWay(turns(1))
  const story: string[] = []
  /** Work that goes on until it is told to end, or to give way. */
  function begin(name: string, run: (work: () => Promise<void>) => Promise<void>) {
    const over = Promise.withResolvers<void>()
    const done = run(() => {
      story.push(`${name} begins`)
      return over.promise.then(() => void story.push(`${name} ends`))
    })
    return { done, end: over.resolve }
  }
  const live = (name: string) => begin(name, (work) => shared.run(rank.commit, work))
  const file = (name: string) => begin(name, (work) => shared.run(rank.file, work))
  const background = (name: string, signal = never) => {
    const over = Promise.withResolvers<void>()
    const done = shared.background(async (giveWay) => {
      story.push(`${name} begins`)
      giveWay.addEventListener('abort', () => over.resolve())
      await over.promise
      story.push(giveWay.aborted ? `${name} gives way` : `${name} ends`)
    }, signal)
    return { done, end: over.resolve }
  }
  return { story, live, file, background }
}

it('gives way at once, and live work does not wait for it', async () => {
  const { story, live, background } = setUp()
  const quiet = background('pass')
  const spoken = live('speech')
  expect(story).toEqual(['pass begins', 'speech begins'])
  await quiet.done
  spoken.end()
  await spoken.done
  expect(story).toEqual(['pass begins', 'speech begins', 'pass gives way', 'speech ends'])
})

it('begins only when nothing else computes or waits', async () => {
  const { story, live, file, background } = setUp()
  const [first, second] = [live('speech'), file('file')]
  const quiet = background('pass')
  first.end()
  await first.done
  expect(story.at(-1)).toBe('file begins')
  second.end()
  await second.done
  quiet.end()
  await quiet.done
  expect(story.slice(-2)).toEqual(['pass begins', 'pass ends'])
})

it('is done one at a time, and what is not wanted any more does not begin', async () => {
  const { story, background } = setUp()
  const first = background('one')
  const stop = new AbortController()
  const unwanted = background('two', stop.signal)
  const third = background('three')
  stop.abort(new Error('cancelled'))
  await expect(unwanted.done).rejects.toThrow('cancelled')
  first.end()
  await first.done
  third.end()
  await third.done
  expect(story).toEqual(['one begins', 'one ends', 'three begins', 'three ends'])
})
