import { describe, expect, it } from 'vitest'
import type { EngineEvent } from '#contract/events.ts'
import { defaultSettings } from '#contract/settings.ts'
import { chosenSettings, settingsCommands } from './settings-commands.ts'
import { openStore } from './store/store.sqlite.ts'

function setUp(kept?: unknown) {
  const store = openStore(':memory:', { mode: 'write' })
  if (kept !== undefined) store.settings.write('settings', kept)
  const told: EngineEvent[] = []
  return { store, told, api: settingsCommands(store, (event) => told.push(event)) }
}

describe('settings', () => {
  it('are the defaults until somebody chooses', async () => {
    using store = setUp().store
    expect(chosenSettings(store.settings)).toEqual(defaultSettings)
  })

  it('keep what is left out of a change, and tell everybody', async () => {
    const { api, told, store } = setUp()
    using _ = store
    await api['settings.change']({ summaryLanguage: 'it' })
    const settings = await api['settings.change']({ languageModel: 'none' })
    expect(settings).toEqual({ ...defaultSettings, summaryLanguage: 'it', languageModel: 'none' })
    expect(await api['settings.read']({})).toEqual(settings)
    expect(told.at(-1)).toEqual({ type: 'settings.changed', settings })
  })

  it.each<[string, unknown]>([
    ['no record', 'best'],
    ['a list', ['none']],
    [
      'values of another kind',
      { languageModel: 7, embeddingModel: '', summaryLanguage: 'Klingon' },
    ],
    ['names that nobody knows', { colour: 'red' }],
  ])('are the defaults where %s is kept', (_, kept) => {
    using store = setUp(kept).store
    expect(chosenSettings(store.settings)).toEqual(defaultSettings)
  })

  it('are understood one by one: a broken one does not take the others with it', () => {
    using store = setUp({ languageModel: 'none', summaryLanguage: 3 }).store
    expect(chosenSettings(store.settings)).toEqual({ ...defaultSettings, languageModel: 'none' })
  })

  it('leave alone what a newer version keeps beside them', async () => {
    const { api, store } = setUp({ colour: 'red' })
    using _ = store
    await api['settings.change']({ languageModel: 'none' })
    expect(store.settings.read('settings')).toEqual({ colour: 'red', languageModel: 'none' })
  })
})
