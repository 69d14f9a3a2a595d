import { useMemo } from 'react'
import { spokenLanguages } from '#contract/spoken-languages.ts'
import { useSpeech } from '../../pieces/app-context.ts'
import { languageName } from '../../texts/format.ts'
import { isPageLanguage, languages } from '../../texts/languages.ts'
import { SelectSetting } from './setting-rows.tsx'
import { useSettings } from './use-settings.ts'

/** What the page speaks, what people speak, and what summaries are written in. */
export function LanguageSection() {
  const { t, language, speak } = useSpeech()
  const { spokenLanguage, summaryLanguage } = useSettings().settings
  const named = useNamedLanguages()
  return (
    <>
      <SelectSetting
        name="pageLanguage"
        value={language}
        options={Object.entries(languages).flatMap(([value, label]) =>
          isPageLanguage(value) ? [{ value, label }] : [],
        )}
        onChoose={(chosen) => {
          speak(chosen)
          return null
        }}
      />
      <SelectSetting
        name="spokenLanguage"
        value={spokenLanguage}
        options={[{ value: 'auto', label: t('record.detectLanguage') }, ...named]}
        onChoose={(chosen) => ({ spokenLanguage: chosen })}
      />
      <SelectSetting
        name="summaryLanguage"
        value={summaryLanguage}
        options={[
          { value: 'spoken', label: t('settings.spoken') },
          ...named.map(({ value, label }) => ({
            value,
            label: t('settings.alwaysIn', { language: label }),
          })),
        ]}
        onChoose={(chosen) => ({ summaryLanguage: chosen })}
      />
    </>
  )
}

/** Those of the page, then the others by their names. */
function useNamedLanguages() {
  const { language } = useSpeech()
  return useMemo(() => {
    const option = (value: string) => ({ value, label: languageName(value, language) })
    const others = spokenLanguages.filter((code) => !isPageLanguage(code)).map(option)
    return [
      ...Object.keys(languages).map(option),
      ...others.toSorted((a, b) => a.label.localeCompare(b.label, language)),
    ]
  }, [language])
}
