import type { Device } from '#contract/device.ts'
import { defaultDevice, devicesOf } from '../state/devices.ts'
import { useApp, useAppState, useSpeech } from './app-context.ts'

/** The devices of a kind to choose from, one that is chosen and not connected among them; '' follows the system. */
export function useDeviceChoice(kind: Device['kind']) {
  const { t } = useSpeech()
  const { actions } = useApp()
  const devices = useAppState((state) => state.devices)
  const fixed = useAppState(({ choice }) => choice[kind])
  const present = devicesOf(devices, kind)
  const missing = fixed && !present.some(({ id }) => id === fixed.id) ? fixed : null
  const usual = defaultDevice(devices, kind)
  const what = t('record.systemDefault')
  return {
    value: fixed?.id ?? '',
    options: [
      { value: '', label: usual ? t('record.named', { what, name: usual.name }) : what },
      ...(missing
        ? [{ value: missing.id, label: t('record.notConnected', { name: missing.name }) }]
        : []),
      ...present.map(({ id, name }) => ({ value: id, label: name })),
    ],
    choose(id: string): void {
      const device = present.find((one) => one.id === id) ?? missing
      actions.choose({ [kind]: id === '' || !device ? null : { id, name: device.name } })
    },
  }
}
