import { FinalPass } from '#contract/refining.ts'
import type { Device } from '#contract/device.ts'
import { useApp, useAppState, useSpeech } from '../../pieces/app-context.ts'
import { silenceChoicesMs } from '../../state/choice.ts'
import { defaultDevice, devicesOf } from '../../state/devices.ts'
import { SelectSetting } from './setting-rows.tsx'
import { useSettings } from './use-settings.ts'

/** What is recorded, from which devices, until when, and whether it is read again. */
export function SoundSection() {
  const { t } = useSpeech()
  const { actions } = useApp()
  const { stopAfterSilenceMs, finalPass } = useSettings().settings
  const hear = useAppState(({ choice }) => choice.hear)
  const known = silenceChoicesMs.includes(stopAfterSilenceMs ?? 0)
  const silences = [
    ...silenceChoicesMs,
    ...(stopAfterSilenceMs === null || known ? [] : [stopAfterSilenceMs]),
  ]
  return (
    <>
      <SelectSetting
        name="hear"
        value={hear}
        options={(['both', 'microphone', 'system'] as const).map((value) => ({
          value,
          label: t(`record.hear.${value}`),
        }))}
        onChoose={(chosen) => {
          actions.choose({ hear: chosen })
          return null
        }}
      />
      <DeviceSetting kind="microphone" />
      <DeviceSetting kind="system" />
      <SelectSetting
        name="stopAfterSilence"
        value={`${stopAfterSilenceMs ?? 'never'}`}
        options={[
          { value: 'never', label: t('record.never') },
          ...silences.map((ms) => ({
            value: `${ms}`,
            label: t('record.minutes', { count: Math.round(ms / 6_000) / 10 }),
          })),
        ]}
        onChoose={(chosen) => ({
          stopAfterSilenceMs: chosen === 'never' ? null : Number(chosen),
        })}
      />
      <SelectSetting
        name="finalPass"
        value={finalPass}
        options={FinalPass.options.map((value) => ({
          value,
          label: t(`settings.finalPasses.${value}`),
        }))}
        onChoose={(chosen) => ({ finalPass: chosen })}
      />
    </>
  )
}

function DeviceSetting({ kind }: { readonly kind: Device['kind'] }) {
  const { t } = useSpeech()
  const { actions } = useApp()
  const devices = useAppState((state) => state.devices)
  const fixed = useAppState(({ choice }) => choice[kind])
  const present = devicesOf(devices, kind)
  const missing = fixed && !present.some(({ id }) => id === fixed.id) ? fixed : null
  const usual = defaultDevice(devices, kind)
  const what = t('record.systemDefault')
  return (
    <SelectSetting
      name={kind}
      value={fixed?.id ?? ''}
      options={[
        { value: '', label: usual ? t('record.named', { what, name: usual.name }) : what },
        ...(missing
          ? [{ value: missing.id, label: t('record.notConnected', { name: missing.name }) }]
          : []),
        ...present.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChoose={(id) => {
        const device = present.find((one) => one.id === id) ?? missing
        actions.choose({ [kind]: id === '' || !device ? null : { id, name: device.name } })
        return null
      }}
    />
  )
}
