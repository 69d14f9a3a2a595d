/** What is chosen for all meetings, as far as the engine has told. */
import type { EngineEvent } from '#contract/events.ts'
import { defaultSettings, type Settings } from '#contract/settings.ts'

export interface KnownSettings {
  readonly phase: 'unread' | 'reading' | 'whole' | 'failed'
  readonly settings: Settings
}

export const unreadSettings: KnownSettings = { phase: 'unread', settings: defaultSettings }

export function applyToSettings(known: KnownSettings, event: EngineEvent): KnownSettings {
  return event.type === 'settings.changed' ? { phase: 'whole', settings: event.settings } : known
}
