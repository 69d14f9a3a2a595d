import { useEffect, useRef } from 'react'
import { useSpeech } from '../../pieces/app-context.ts'
import { addressOf } from '../../state/route.ts'
import { type Section, sections } from '../../state/settings-index.ts'

/** The sections: a column beside them, or a row that is pushed along where there is no room. */
export function SectionList({ chosen }: { readonly chosen: Section }) {
  const { t } = useSpeech()
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    const link = list.current?.querySelector<HTMLElement>('[aria-current]')
    if (!link || !list.current) return
    list.current.scrollLeft = link.offsetLeft - list.current.offsetLeft - 16
  }, [chosen])
  return (
    <nav
      aria-label={t('settings.navigation')}
      className="min-w-0 md:sticky md:top-24 md:self-start"
    >
      <ul ref={list} className="flex gap-1 overflow-x-auto max-md:-mx-1 max-md:px-1 md:grid">
        {sections.map((section) => (
          <li key={section} className="flex-none">
            <a
              href={addressOf({ screen: 'settings', section })}
              aria-current={section === chosen ? 'page' : undefined}
              className="block min-h-10 rounded-round px-3 py-2 text-base text-quiet no-underline hover:text-ink aria-[current]:bg-accent-ground aria-[current]:font-semibold aria-[current]:text-ink"
            >
              {t(`settings.sections.${section}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
