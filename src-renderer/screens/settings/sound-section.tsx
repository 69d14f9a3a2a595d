import { FinalPass } from '#contract/refining.ts'
import type { Device } from '#contract/device.ts'
import { useApp, useAppState, useSpeech } from '../../pieces/app-context.ts'
import { useDeviceChoice } from '../../pieces/use-device-choice.ts'
import { useDevices } from '../../pieces/use-devices.ts'
import { silenceChoicesMs } from '../../state/choice.ts'
import { SelectSetting } from './setting-rows.tsx'
import { useSettings } from './use-settings.ts'

/** What is recorded, from which devices, until when, and whether it is read again. */
export function SoundSection() {
  const { t } = useSpeech()
  const { actions } = useApp()
  const { stopAfterSilenceMs, finalPass } = useSettings().settings
  useDevices()
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
  const { value, options, choose } = useDeviceChoice(kind)
  return (
    <SelectSetting
      name={kind}
      value={value}
      options={options}
      onChoose={(id) => {
        choose(id)
        return null
      }}
    />
  )
}
