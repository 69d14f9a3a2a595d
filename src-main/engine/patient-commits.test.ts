import { expect, it } from 'vitest'
import { AppError } from '#contract/errors.ts'
import { patientCommits } from './patient-commits.ts'

/** A store whose disk, and a clock whose hands, a test moves. */
function setUp() {
  let nowMs = 0
  let failure: Error | null = null
  let tookMs = 0
  let isSlow = false
  let alarms: Array<{ readonly atMs: number; readonly work: () => void }> = []
  const kept: string[] = []
  const told: Array<string | null> = []
  const commits = patientCommits({
    store: {
      transaction(work) {
        const before = [...kept]
        const result = work()
        nowMs += tookMs
        if (failure) {
          kept.splice(0, kept.length, ...before)
          throw failure
        }
        return result
      },
    },
    clock: {
      later(ms, work) {
        const alarm = { atMs: nowMs + ms, work }
        alarms.push(alarm)
        return () => (alarms = alarms.filter((one) => one !== alarm))
      },
    },
    troubled: (trouble) => void (told.at(-1) === trouble || told.push(trouble)),
    isSlow: () => isSlow,
    steadyMs: () => nowMs,
  })
  return {
    commits,
    kept,
    told,
    say: (text: string) => commits.commit(() => void kept.push(text)),
    disk(now: { fails?: Error; tookMs?: number; isSlow?: boolean }) {
      failure = now.fails ?? null
      tookMs = now.tookMs ?? 0
      isSlow = now.isSlow ?? false
    },
    pass(ms: number) {
      nowMs += ms
      const due = alarms.filter(({ atMs }) => atMs <= nowMs)
      alarms = alarms.filter(({ atMs }) => atMs > nowMs)
      for (const { work } of due) work()
    },
  }
}

const full = new AppError('disk_full', 'The disk is full.')

it('keeps what the disk did not take, in order, as soon as it does', () => {
  const { say, disk, pass, kept, told } = setUp()
  say('one')
  disk({ fails: full })
  say('two')
  say('three')
  pass(1_000)
  expect(kept).toEqual(['one'])
  disk({})
  say('four')
  expect(kept).toEqual(['one'])
  pass(2_000)
  expect(kept).toEqual(['one', 'two', 'three', 'four'])
  expect(told).toEqual([null, 'full', null])
  say('five')
  expect(kept.at(-1)).toBe('five')
})

it('throws at once what is not about the disk', () => {
  const { say, disk, kept } = setUp()
  disk({ fails: new AppError('not_found', 'The meeting is gone.') })
  expect(() => say('one')).toThrow('The meeting is gone.')
  disk({})
  expect(() => say('two')).toThrow('The meeting is gone.')
  expect(kept).toEqual([])
})

it('commits what waits at the end, or says that it cannot', () => {
  const { commits, say, disk, kept } = setUp()
  disk({ fails: full })
  say('one')
  expect(() => commits.end()).toThrow(expect.objectContaining({ code: 'text_unkept' }))
  disk({})
  commits.end()
  expect(kept).toEqual(['one'])
})

it('rests after a commit that took long, and longer after a second one', () => {
  const { say, disk, pass, kept } = setUp()
  disk({ tookMs: 2_000 })
  say('one')
  say('two')
  expect(kept).toEqual(['one'])
  pass(2_000)
  expect(kept).toEqual(['one', 'two'])
  say('three')
  pass(19_999)
  expect(kept).toEqual(['one', 'two'])
  pass(1)
  expect(kept).toEqual(['one', 'two', 'three'])
})

it('waits where sound has to wait, until the disk is quick again', () => {
  const { say, disk, pass, kept, told, commits } = setUp()
  disk({ isSlow: true })
  say('one')
  say('two')
  pass(1_000)
  pass(1_000)
  expect(kept).toEqual(['one'])
  expect(commits.isResting()).toBe(true)
  expect(told.at(-1)).toBe('slow')
  disk({})
  pass(1_000)
  expect(kept).toEqual(['one', 'two'])
  expect(told.at(-1)).toBe(null)
})
