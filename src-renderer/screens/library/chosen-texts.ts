/** What was chosen to be recorded, in words. */
import type { Device } from '#contract/device.ts'
import type { Choice } from '../../state/choice.ts'
import { defaultDevice, type Devices, devicesOf } from '../../state/devices.ts'
import type { Speech } from '../../pieces/app-context.ts'
import type { Texts } from '../../texts/en.ts'
import { languageName } from '../../texts/format.ts'

export const hearTexts = {
  both: 'hearBoth',
  microphone: 'hearMicrophone',
  system: 'hearSystem',
} as const satisfies Record<Choice['hear'], keyof Texts>

/** `System default (NAME)`, as far as the name is known. */
export function defaultText(devices: Devices, kind: Device['kind'], texts: Texts): string {
  const device = defaultDevice(devices, kind)
  return device ? texts.named(texts.systemDefault, device.name) : texts.systemDefault
}

/** The chosen devices, the language if one is chosen, and when it stops by itself: one short text for each. */
export function chosenDevices(
  choice: Choice,
  devices: Devices,
  { texts, language }: Pick<Speech, 'texts' | 'language'>,
): readonly string[] {
  const kinds = (['microphone', 'system'] as const).filter(
    (kind) => choice.hear === 'both' || choice.hear === kind,
  )
  const names = kinds.map((kind) => deviceText(choice, devices, { kind, texts }))
  const { stopAfterSilenceMs } = choice
  const spoken = choice.language === 'auto' ? [] : [languageName(choice.language, language)]
  const stops = stopAfterSilenceMs && texts.stopsAfterSilence(stopAfterSilenceMs / 60_000)
  return [...new Set(names), ...spoken, ...(stops ? [stops] : [])]
}

function deviceText(
  choice: Choice,
  devices: Devices,
  { kind, texts }: { readonly kind: Device['kind']; readonly texts: Texts },
): string {
  const fixed = choice[kind]
  if (fixed === null) return defaultDevice(devices, kind)?.name ?? texts.systemDefault
  const present = devicesOf(devices, kind).find(({ id }) => id === fixed.id)
  if (present) return present.name
  return devices.phase === 'whole' ? texts.notConnected(fixed.name) : fixed.name
}
