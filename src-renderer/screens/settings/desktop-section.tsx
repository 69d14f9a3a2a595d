import { useEffect, useState } from 'react'
import { Captions } from '#contract/settings.ts'
import { useSpeech } from '../../pieces/app-context.ts'
import { Slider } from '../../pieces/slider.tsx'
import { Switch } from '../../pieces/switch.tsx'
import { SettingBox } from './setting-box.tsx'
import { SelectSetting, SwitchSetting } from './setting-rows.tsx'
import { useSaving } from './use-saving.ts'
import { useSettings } from './use-settings.ts'

/** What the desktop program does besides its window. */
export function DesktopSection() {
  const { t } = useSpeech()
  const { captions } = useSettings().settings
  const clicks = useSaving()
  return (
    <>
      <p className="text-small text-quiet">{t('settings.inDesktop')}</p>
      <SwitchSetting name="startAtLogin" />
      <SwitchSetting name="closeToTray" />
      <SwitchSetting name="notify" />
      <CaptionSize captions={captions} />
      <SelectSetting
        name="captionContrast"
        value={captions.contrast}
        options={Captions.shape.contrast.options.map((value) => ({
          value,
          label: t(`settings.contrasts.${value}`),
        }))}
        onChoose={(contrast) => ({ captions: { ...captions, contrast } })}
      />
      <SelectSetting
        name="captionPosition"
        value={captions.position}
        options={Captions.shape.position.options.map((value) => ({
          value,
          label: t(`settings.positions.${value}`),
        }))}
        onChoose={(position) => ({ captions: { ...captions, position } })}
      />
      <SettingBox name="clickThrough" saving={clicks}>
        <Switch
          label={t('settingItems.clickThrough.name')}
          hint={t('settingItems.clickThrough.hint')}
          on={captions.clickThrough}
          onChange={(clickThrough) => void clicks.save({ captions: { ...captions, clickThrough } })}
        />
      </SettingBox>
      <SwitchSetting name="dictate" />
    </>
  )
}

/** While it is pulled every value would be a change; the last one within this time is kept. */
const restMs = 300

function CaptionSize({ captions }: { readonly captions: Captions }) {
  const { t } = useSpeech()
  const saving = useSaving()
  const { save } = saving
  const [pulled, setPulled] = useState<number | null>(null)
  useEffect(() => {
    if (pulled === null) return
    const timer = setTimeout(() => {
      void save({ captions: { ...captions, sizePx: pulled } }).then(() => setPulled(null))
    }, restMs)
    return () => clearTimeout(timer)
  }, [pulled, captions, save])
  return (
    <SettingBox name="captionSize" saving={saving}>
      <Slider
        label={t('settingItems.captionSize.name')}
        value={pulled ?? captions.sizePx}
        min={14}
        max={64}
        onChange={setPulled}
        say={(number) => t('settings.pixels', { number })}
      />
      <p className="text-small text-quiet">{t('settingItems.captionSize.hint')}</p>
    </SettingBox>
  )
}
