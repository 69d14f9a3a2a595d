import { changeAppearance } from '../../client/dress-page.ts'
import { useSpeech } from '../../pieces/app-context.ts'
import { useAppearance } from '../../pieces/use-appearance.ts'
import { textSizes, themes } from '../../state/appearance.ts'
import { SelectSetting } from './setting-rows.tsx'

/** The theme and the size of the text; both take effect at once. */
export function AppearanceSettings() {
  const { t } = useSpeech()
  const { theme, textSize } = useAppearance()
  return (
    <>
      <SelectSetting
        name="theme"
        value={theme}
        options={themes.map((value) => ({ value, label: t(`frame.themes.${value}`) }))}
        onChoose={(chosen) => {
          changeAppearance({ theme: chosen })
          return null
        }}
      />
      <SelectSetting
        name="textSize"
        value={String(textSize)}
        options={textSizes.map((size) => ({ value: String(size), label: `${size} %` }))}
        onChoose={(chosen) => {
          const size = textSizes.find((known) => String(known) === chosen)
          if (size) changeAppearance({ textSize: size })
          return null
        }}
      />
    </>
  )
}
