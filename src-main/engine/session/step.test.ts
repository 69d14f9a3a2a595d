import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '#contract/errors.ts'
import { type Effect, type Fact, hearing, type SessionState, step } from './step.ts'

const error = new AppError('disk_full', 'The disk is full.')

const facts: Record<string, Fact> = {
  ended: { type: 'sound.ended' },
  broken: { type: 'sound.failed', error },
  stop: { type: 'stop.asked' },
  leave: { type: 'leave.asked' },
  blind: { type: 'reader.failed', error },
  read: { type: 'readers.finished' },
}

function live(names: readonly string[]) {
  let state: SessionState = hearing
  const effects: Effect[] = []
  for (const name of names) {
    const fact = facts[name]
    if (!fact) throw new Error(`no fact ${name}`)
    const [next, asked] = step(state, fact)
    state = next
    effects.push(...asked)
  }
  return { state, effects: effects.map(({ type }) => type) }
}

describe('step', () => {
  it.each([
    ['a file that ends is read to its end', 'ended read', 'done', 'close.recording settle'],
    [
      'stopping reads what was heard',
      'stop ended read',
      'done',
      'stop.source close.recording settle',
    ],
    [
      'lost sound is told, and what was heard is read',
      'broken read',
      'done',
      'warn close.recording settle',
    ],
    [
      'a failed reader does not end the recording',
      'blind read stop ended',
      'reading',
      'warn stop.source close.recording',
    ],
    [
      'a meeting that was not read stays to be finished',
      'blind stop ended read',
      'interrupted',
      'warn stop.source close.recording settle',
    ],
    [
      'leaving stops everything and keeps the rest for later',
      'leave ended read',
      'interrupted',
      'stop.source stop.readers close.recording settle',
    ],
    [
      'leaving while the source is stopping',
      'stop leave ended read',
      'interrupted',
      'stop.source stop.readers close.recording settle',
    ],
    [
      'leaving while the rest is read',
      'ended leave read',
      'interrupted',
      'close.recording stop.readers settle',
    ],
  ])('%s', (_, story, end, effects) => {
    const lived = live(story.split(' '))
    expect(lived.state.phase === 'over' ? lived.state.outcome : lived.state.phase).toBe(end)
    expect(lived.effects.join(' ')).toBe(effects)
  })

  it('settles once at most, closes the recording before, and never hears again after', () => {
    const stories = fc.array(fc.constantFrom(...Object.keys(facts)), { maxLength: 12 })
    fc.assert(
      fc.property(stories, (story) => {
        const { effects, state } = live(story)
        const settled = effects.indexOf('settle')
        expect(settled === -1).toBe(state.phase !== 'over')
        expect(effects.lastIndexOf('settle')).toBe(settled)
        expect(effects.filter((type) => type === 'close.recording').length).toBeLessThanOrEqual(1)
        if (settled >= 0) {
          expect(effects.slice(0, settled)).toContain('close.recording')
          expect(settled).toBe(effects.length - 1)
        }
      }),
    )
  })
})
