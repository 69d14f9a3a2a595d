/** What a person chose to have recorded; kept by the browser until it is chosen otherwise. */
import type { Device } from '#contract/device.ts'
import type { Source } from '#contract/meeting.ts'
import { spokenLanguages } from '#contract/spoken-languages.ts'

/** A device to stay with, named so that it can be spoken of while it is not there; null follows the default. */
export type FixedDevice = Readonly<Pick<Device, 'id' | 'name'>> | null

export interface Choice {
  readonly hear: 'both' | 'microphone' | 'system'
  readonly microphone: FixedDevice
  readonly system: FixedDevice
  /** 0: never; null: as in the settings. */
  readonly stopAfterSilenceMs: number | null
  /** What will be spoken: a language code, or `auto`; null: as in the settings. */
  readonly language: string | null
}

export const firstChoice: Choice = {
  hear: 'both',
  microphone: null,
  system: null,
  stopAfterSilenceMs: null,
  language: null,
}

export const silenceChoicesMs = [5, 10, 30].map((minutes) => minutes * 60_000)

/** Reads what was kept; whatever cannot be understood is as if it had never been chosen. */
export function parseChoice(text: string | null): Choice {
  const kept = parseObject(text)
  const hear = (['both', 'microphone', 'system'] as const).find((one) => one === kept['hear'])
  const silenceMs = [0, ...silenceChoicesMs].find((ms) => ms === kept['stopAfterSilenceMs'])
  return {
    hear: hear ?? firstChoice.hear,
    microphone: parseDevice(kept['microphone']),
    system: parseDevice(kept['system']),
    stopAfterSilenceMs: silenceMs ?? null,
    language:
      ['auto', ...spokenLanguages].find((code) => code === kept['language']) ??
      firstChoice.language,
  }
}

function parseObject(text: string | null): Readonly<Record<string, unknown>> {
  try {
    return asObject(JSON.parse(text ?? ''))
  } catch {
    return {}
  }
}

function parseDevice(kept: unknown): FixedDevice {
  const { id, name } = asObject(kept)
  return typeof id === 'string' && id !== '' && typeof name === 'string' ? { id, name } : null
}

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

/** The choice in the words of the engine. */
export function sourceOf({ hear, microphone, system }: Choice): Source {
  const [microphoneId, systemId] = [microphone?.id ?? null, system?.id ?? null]
  switch (hear) {
    case 'both':
      return { kind: 'both', microphoneId, systemId }
    case 'microphone':
      return { kind: 'microphone', deviceId: microphoneId }
    case 'system':
      return { kind: 'system', deviceId: systemId }
  }
}
