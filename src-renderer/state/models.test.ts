import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EngineEvent } from '#contract/events.ts'
import {
  applyToModels,
  type KnownModels,
  modelsOfKind,
  pullBegan,
  pullEnded,
  secondsLeft,
  unreadModels,
} from './models.ts'
import { aModel } from './testing/a-model.ts'

const progressed = (
  receivedBytes: number,
  phase: 'fetching' | 'waiting' | 'checking' = 'fetching',
): EngineEvent => ({
  type: 'model.progressed',
  modelId: 'one',
  receivedBytes,
  totalBytes: 1_000_000,
  phase,
})

function after(...news: readonly (readonly [atMs: number, event: EngineEvent])[]) {
  const known = news.reduce<KnownModels>(
    (all, [atMs, event]) => applyToModels(all, event, atMs),
    pullBegan(unreadModels, 'one'),
  )
  const pull = known.pulls['one']
  if (!pull) throw new Error('It is not being fetched.')
  return pull
}

describe('a model that is being fetched', () => {
  it('has no speed before it was measured for a second', () => {
    const pull = after([0, progressed(500_000)], [900, progressed(590_000)])
    expect(pull).toMatchObject({ receivedBytes: 590_000, bytesPerSecond: null })
    expect(secondsLeft(pull)).toBeNull()
  })

  it('tells speed and time left of what is fetched now, not of what was here before', () => {
    const pull = after([0, progressed(500_000)], [1000, progressed(600_000)])
    expect(pull.bytesPerSecond).toBe(100_000)
    expect(secondsLeft(pull)).toBe(4)
  })

  it('is measured anew after a broken connection', () => {
    const pull = after(
      [0, progressed(0)],
      [1000, progressed(100_000)],
      [2000, progressed(100_000, 'waiting')],
      [9000, progressed(100_000)],
      [10_000, progressed(150_000)],
    )
    expect(pull.bytesPerSecond).toBe(50_000)
  })

  it('never has a speed below nothing, and never a time left that is not finite', () => {
    const news = fc.array(fc.tuple(fc.nat(5000), fc.nat(2_000_000)), { maxLength: 20 })
    fc.assert(
      fc.property(news, (steps) => {
        let atMs = 0
        const pull = after(
          [0, progressed(0)],
          ...steps.map(([ms, bytes]) => [(atMs += ms), progressed(bytes)] as const),
        )
        expect(pull.bytesPerSecond ?? 0).toBeGreaterThanOrEqual(0)
        expect(Number.isFinite(secondsLeft(pull) ?? 0)).toBe(true)
      }),
    )
  })

  it('leaves what went wrong until it is fetched again', () => {
    const failed = pullEnded(pullBegan(unreadModels, 'one'), 'one', 'No connection.')
    expect(failed).toMatchObject({ pulls: {}, problems: { one: 'No connection.' } })
    expect(pullBegan(failed, 'one').problems).toEqual({})
  })
})

it('models that came or went are read again, but not while that is under way', () => {
  const changed: EngineEvent = { type: 'models.changed' }
  expect(applyToModels({ ...unreadModels, phase: 'whole' }, changed, 0).phase).toBe('unread')
  expect(applyToModels({ ...unreadModels, phase: 'reading' }, changed, 0).phase).toBe('reading')
})

it('models are shown by kind: here, then recommended, then the smaller', () => {
  const models = [
    aModel({ id: 'large', sizeBytes: 3 }),
    aModel({ id: 'small', sizeBytes: 1 }),
    aModel({ id: 'other', kind: 'language' }),
    aModel({ id: 'best', sizeBytes: 9, recommended: true }),
    aModel({ id: 'here', sizeBytes: 5, state: 'present' }),
  ]
  expect(modelsOfKind(models, 'speech').map(({ id }) => id)).toEqual([
    'here',
    'best',
    'small',
    'large',
  ])
})
