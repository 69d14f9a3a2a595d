/** What was chosen to be recorded, in words. */
import type { Device } from '#contract/device.ts'
import type { Choice } from '../../state/choice.ts'
import { defaultDevice, type Devices, devicesOf } from '../../state/devices.ts'
import type { Speech } from '../../pieces/app-context.ts'
import { languageName } from '../../texts/format.ts'
import type { Translate } from '../../texts/typing.ts'

/** The chosen devices, the language if one is chosen, and when it stops by itself: one short text for each. */
export function chosenDevices(
  choice: Choice,
  devices: Devices,
  { t, language }: Pick<Speech, 't' | 'language'>,
): readonly string[] {
  const kinds = (['microphone', 'system'] as const).filter(
    (kind) => choice.hear === 'both' || choice.hear === kind,
  )
  const names = kinds.map((kind) => deviceText(choice, devices, { kind, t }))
  const { stopAfterSilenceMs } = choice
  const spoken =
    choice.language === null || choice.language === 'auto'
      ? []
      : [languageName(choice.language, language)]
  const stops =
    stopAfterSilenceMs && t('record.stopsAfterSilence', { count: stopAfterSilenceMs / 60_000 })
  return [...new Set(names), ...spoken, ...(stops ? [stops] : [])]
}

function deviceText(
  choice: Choice,
  devices: Devices,
  { kind, t }: { readonly kind: Device['kind']; readonly t: Translate },
): string {
  const fixed = choice[kind]
  if (fixed === null) return defaultDevice(devices, kind)?.name ?? t('record.systemDefault')
  const present = devicesOf(devices, kind).find(({ id }) => id === fixed.id)
  if (present) return present.name
  return devices.phase === 'whole' ? t('record.notConnected', { name: fixed.name }) : fixed.name
}
