import type { Settings } from '#contract/settings.ts'
import { useAppState, useSpeech } from '../../pieces/app-context.ts'
import { Select } from '../../pieces/select.tsx'
import { Switch } from '../../pieces/switch.tsx'
import type { SettingName } from '../../state/settings-index.ts'
import { SettingBox } from './setting-box.tsx'
import { useSaving } from './use-saving.ts'

interface SelectProps<T extends string> {
  readonly name: SettingName
  readonly value: T
  readonly options: readonly { readonly value: T; readonly label: string }[]
  /** What is to be kept, or null where it is kept elsewhere. */
  readonly onChoose: (value: T) => Partial<Settings> | null
}

/** A setting that is one of several. */
export function SelectSetting<T extends string>({
  name,
  value,
  options,
  onChoose,
}: SelectProps<T>) {
  const { t } = useSpeech()
  const saving = useSaving()
  return (
    <SettingBox name={name} saving={saving}>
      <Select
        label={t(`settingItems.${name}.name`)}
        value={value}
        options={options}
        onChange={(chosen) => {
          const change = onChoose(chosen)
          if (change) void saving.save(change)
        }}
      />
      <p className="text-small text-quiet">{t(`settingItems.${name}.hint`)}</p>
    </SettingBox>
  )
}

type SwitchName = {
  [N in keyof Settings]: Settings[N] extends boolean ? N : never
}[keyof Settings] &
  SettingName

/** A setting that is on or off. */
export function SwitchSetting({ name }: { readonly name: SwitchName }) {
  const { t } = useSpeech()
  const saving = useSaving()
  const on = useAppState(({ settings }) => settings.settings[name])
  return (
    <SettingBox name={name} saving={saving}>
      <Switch
        label={t(`settingItems.${name}.name`)}
        hint={t(`settingItems.${name}.hint`)}
        on={on}
        onChange={(chosen) => void saving.save({ [name]: chosen })}
      />
    </SettingBox>
  )
}
