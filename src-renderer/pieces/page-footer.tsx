import { isPageLanguage, languages } from '../texts/languages.ts'
import { useSpeech } from './app-context.ts'

export function PageFooter() {
  const { t, language, speak } = useSpeech()
  return (
    <footer className="page-footer">
      <p>{t('page.localOnly')}</p>
      <label>
        {t('page.language')}
        <select
          value={language}
          onChange={({ target }) => isPageLanguage(target.value) && speak(target.value)}
        >
          {Object.entries(languages).map(([code, name]) => (
            <option key={code} value={code} lang={code}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </footer>
  )
}
