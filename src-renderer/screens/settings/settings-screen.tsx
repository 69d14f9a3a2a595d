import { useEffect, useRef, useState } from 'react'
import { useAppState, useSpeech } from '../../pieces/app-context.ts'
import { useTitle } from '../../pieces/use-title.ts'
import { go } from '../../state/navigation.ts'
import {
  type Place,
  type Section,
  sectionOf,
  type SettingName,
} from '../../state/settings-index.ts'
import { NowhereScreen } from '../nowhere-screen.tsx'
import { AdvancedSection } from './advanced-section.tsx'
import { AppearanceSettings } from './appearance-settings.tsx'
import { DesktopSection } from './desktop-section.tsx'
import { LanguageSection } from './language-section.tsx'
import { ModelsSection } from './models-section.tsx'
import { PrivacySection } from './privacy-section.tsx'
import { SectionList } from './section-list.tsx'
import { settingId } from './setting-box.tsx'
import { SettingsSearch } from './settings-search.tsx'
import { ShortcutsSection } from './shortcuts-section.tsx'
import { SoundSection } from './sound-section.tsx'
import { StorageSection } from './storage-section.tsx'
import { TemplatesSection } from './templates-section.tsx'
import { useSettings } from './use-settings.ts'
import { VocabularySection } from './vocabulary-section.tsx'

const shown: Readonly<Record<Section, () => React.ReactNode>> = {
  sound: SoundSection,
  models: ModelsSection,
  language: LanguageSection,
  vocabulary: VocabularySection,
  insights: TemplatesSection,
  shortcuts: ShortcutsSection,
  appearance: AppearanceSettings,
  storage: StorageSection,
  privacy: PrivacySection,
  desktop: DesktopSection,
  advanced: AdvancedSection,
}

/** What can be set, in sections that have addresses of their own. */
export function SettingsScreen({ section: asked }: { readonly section: string | null }) {
  const { t } = useSpeech()
  const [query, setQuery] = useState('')
  const [wanted, setWanted] = useState<SettingName | null>(null)
  const section = asked === null ? 'sound' : sectionOf(asked)
  const heading = useRef<HTMLHeadingElement>(null)
  useTitle(section ? t(`settings.sections.${section}`) : t('frame.settings'))
  useWanted(wanted, () => setWanted(null))
  useArrivalAt(section, wanted === null ? heading : null)
  const failed = useSettings().phase === 'failed'
  const connected = useAppState(({ link }) => link === 'connected')
  if (section === null) return <NowhereScreen />

  function goTo({ section: there, name }: Place): void {
    setQuery('')
    setWanted(name)
    if (there !== section) go({ screen: 'settings', section: there })
  }

  const Shown = shown[section]
  return (
    <div className="grid gap-6 pb-12">
      <h1 className="text-head font-semibold">{t('frame.settings')}</h1>
      <div className="grid gap-x-10 gap-y-6 md:grid-cols-[13rem_minmax(0,1fr)]">
        <SectionList chosen={section} />
        <div className="grid min-w-0 content-start gap-6">
          <SettingsSearch query={query} onQuery={setQuery} onGo={goTo} />
          {query.trim() === '' && (
            <section aria-labelledby="settings-section" className="grid min-w-0 gap-7">
              <h2
                id="settings-section"
                ref={heading}
                tabIndex={-1}
                className="text-title font-semibold outline-none"
              >
                {t(`settings.sections.${section}`)}
              </h2>
              {failed && connected && (
                <p role="alert" className="text-danger">
                  {t('settings.unknown')}
                </p>
              )}
              <Shown key={section} />
            </section>
          )}
        </div>
      </div>
    </div>
  )
}

/** Whoever looked for a setting is led to it as soon as it is there. */
function useWanted(wanted: SettingName | null, found: () => void): void {
  useEffect(() => {
    const place = wanted && document.getElementById(settingId(wanted))
    if (!place) return
    place.scrollIntoView({ block: 'center' })
    place.focus({ preventScroll: true })
    found()
  })
}

/** Another section begins at its heading, for eyes and for screen readers; the first one is left as it loaded. */
function useArrivalAt(
  section: Section | null,
  heading: React.RefObject<HTMLElement | null> | null,
): void {
  const before = useRef(section)
  useEffect(() => {
    if (before.current === section) return
    before.current = section
    heading?.current?.focus({ preventScroll: true })
  }, [section, heading])
}
