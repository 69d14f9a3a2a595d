/** What a person has chosen for all meetings, and how that is changed. */
import type { EngineApi } from '#contract/commands.ts'
import type { EngineEvent } from '#contract/events.ts'
import { defaultSettings, Settings } from '#contract/settings.ts'
import type { Settings as KeptSettings } from './store/settings.ts'
import type { Store } from './store/store.ts'

const setting = 'settings'

/** The settings that hold; each one that is missing, or cannot be understood any more, is at its default. */
export function chosenSettings(settings: Pick<KeptSettings, 'read'>): Settings {
  const kept = keptValues(settings)
  const understood = (name: string): boolean =>
    Settings.partial().safeParse({ [name]: kept[name] }).success
  return {
    ...defaultSettings,
    ...Object.fromEntries(
      Object.keys(defaultSettings)
        .filter((name) => kept[name] !== undefined && understood(name))
        .map((name) => [name, kept[name]]),
    ),
  }
}

export function settingsCommands(
  store: Pick<Store, 'settings' | 'transaction'>,
  tell: (event: EngineEvent) => void,
): Pick<EngineApi, 'settings.read' | 'settings.change'> {
  return {
    'settings.read': async () => chosenSettings(store.settings),
    async 'settings.change'(wish) {
      // Another program may change them at the same moment; what a newer version keeps here stays.
      const settings = store.transaction(() => {
        const named = Object.entries(wish).filter(([, value]) => value !== undefined)
        store.settings.write(setting, {
          ...keptValues(store.settings),
          ...Object.fromEntries(named),
        })
        return chosenSettings(store.settings)
      })
      tell({ type: 'settings.changed', settings })
      return settings
    },
  }
}

function keptValues(settings: Pick<KeptSettings, 'read'>): Readonly<Record<string, unknown>> {
  const kept = settings.read(setting)
  const isRecord = typeof kept === 'object' && kept !== null && !Array.isArray(kept)
  return isRecord ? { ...kept } : {}
}
