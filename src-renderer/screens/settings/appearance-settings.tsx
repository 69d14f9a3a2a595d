import { changeAppearance } from '../../client/dress-page.ts'
import { useSpeech } from '../../pieces/app-context.ts'
import { Select } from '../../pieces/select.tsx'
import { useAppearance } from '../../pieces/use-appearance.ts'
import { textSizes, themes } from '../../state/appearance.ts'

/** The theme and the size of the text; both take effect at once. */
export function AppearanceSettings() {
  const { t } = useSpeech()
  const { theme, textSize } = useAppearance()
  return (
    <section className="grid gap-4">
      <h2 className="text-title font-semibold">{t('frame.appearance')}</h2>
      <Select
        label={t('frame.theme')}
        value={theme}
        options={themes.map((value) => ({ value, label: t(`frame.themes.${value}`) }))}
        onChange={(chosen) => changeAppearance({ theme: chosen })}
      />
      <Select
        label={t('frame.textSize')}
        value={String(textSize)}
        options={textSizes.map((size) => ({ value: String(size), label: `${size} %` }))}
        onChange={(chosen) => {
          const size = textSizes.find((known) => String(known) === chosen)
          if (size) changeAppearance({ textSize: size })
        }}
      />
    </section>
  )
}
