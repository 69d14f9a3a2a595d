import { describe, expect, it } from 'vitest'
import { theirWords } from './their-words.ts'

const never = new AbortController().signal
const word = (text: string, startMs: number) => ({ text, startMs, endMs: startMs + 400 })

describe('theirWords', () => {
  it('waits until a place is read', async () => {
    const theirs = theirWords([], 0)
    const waiting = theirs.readPast(16_000, never)
    theirs.add([word('yes', 100)], 8_000)
    theirs.add([], 16_000)
    await waiting
    expect(theirs.between(0, 1_000)).toEqual([word('yes', 100)])
  })

  it('keeps nobody waiting when their reader has ended', async () => {
    const theirs = theirWords([], 0)
    const waiting = theirs.readPast(16_000, never)
    theirs.end()
    await waiting
    await theirs.readPast(32_000, never)
  })

  it('lets go of whoever must leave', async () => {
    const leaving = new AbortController()
    const waiting = theirWords([], 0).readPast(16_000, leaving.signal)
    leaving.abort(new Error('leaving'))
    await expect(waiting).rejects.toThrow('leaving')
  })

  it('knows what an earlier run has kept', async () => {
    const theirs = theirWords([word('yes', 100)], 16_000)
    await theirs.readPast(16_000, never)
    expect(theirs.between(0, 200)).toEqual([word('yes', 100)])
    expect(theirs.between(600, 900)).toEqual([])
  })

  it('shows a look until its utterance is kept', () => {
    const theirs = theirWords([], 0)
    theirs.look([word('yet', 100)], 8_000)
    expect(theirs.soFar(0)).toEqual({ words: [word('yet', 100)], toSample: 8_000 })
    expect(theirs.between(0, 1_000)).toEqual([])
    theirs.add([word('yes', 100)], 8_000)
    expect(theirs.soFar(0)).toEqual({ words: [word('yes', 100)], toSample: 8_000 })
  })
})
