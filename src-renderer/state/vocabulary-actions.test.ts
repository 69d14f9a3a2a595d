import { expect, it } from 'vitest'
import type { EngineApi } from '#contract/commands.ts'
import { AppError } from '#contract/errors.ts'
import type { EngineEvent } from '#contract/events.ts'
import { connect } from '#wire/connect.ts'
import { memoryChannel } from '#wire/memory-channel.ts'
import { serve } from '#wire/serve.ts'
import { createActions } from './actions.ts'
import { createAppStore, receive } from './store.ts'

function setUp(api: Partial<EngineApi>) {
  const [near, far] = memoryChannel()
  // Only the commands that a test uses exist.
  serve({ api: api as EngineApi, subscribe: () => () => {} }, far)
  const store = createAppStore()
  return { store, actions: createActions(store, connect(near)) }
}

it('reads the terms, and takes over what changes', async () => {
  const { store, actions } = setUp({ 'vocabulary.read': async () => ({ terms: ['Anna'] }) })
  const reading = actions.readVocabulary()
  expect(store.getState().vocabulary.phase).toBe('reading')
  await reading
  expect(store.getState().vocabulary).toEqual({ phase: 'whole', terms: ['Anna'] })
  const event: EngineEvent = { type: 'vocabulary.changed', terms: ['Anna', 'Marco'] }
  store.setState((state) => receive(state, event, 0))
  expect(store.getState().vocabulary.terms).toEqual(['Anna', 'Marco'])
})

it('does not put an old answer over a newer event', async () => {
  const answer = Promise.withResolvers<{ terms: string[] }>()
  const { store, actions } = setUp({ 'vocabulary.read': () => answer.promise })
  const reading = actions.readVocabulary()
  const event: EngineEvent = { type: 'vocabulary.changed', terms: ['new'] }
  store.setState((state) => receive(state, event, 0))
  answer.resolve({ terms: ['old'] })
  await reading
  expect(store.getState().vocabulary.terms).toEqual(['new'])
})

it('says why terms were refused, and keeps those that were there', async () => {
  const { store, actions } = setUp({
    'vocabulary.read': async () => ({ terms: ['Anna'] }),
    'vocabulary.change': async () => {
      throw new AppError('invalid_input', 'A vocabulary holds at most 1000 terms.')
    },
  })
  await actions.readVocabulary()
  expect(await actions.changeVocabulary({ kind: 'import', text: 'x' })).toBeNull()
  expect(store.getState()).toMatchObject({
    vocabulary: { terms: ['Anna'] },
    notices: [{ text: 'A vocabulary holds at most 1000 terms.' }],
  })
})
