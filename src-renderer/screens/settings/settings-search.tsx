import { Search } from 'lucide-react'
import { useId } from 'react'
import { useSpeech } from '../../pieces/app-context.ts'
import { fieldLook } from '../../pieces/field-look.ts'
import { findSettings, type Place } from '../../state/settings-index.ts'

interface Props {
  readonly query: string
  readonly onQuery: (query: string) => void
  readonly onGo: (place: Place) => void
}

/** Finds a setting by its name or what is said of it, and leads there. */
export function SettingsSearch({ query, onQuery, onGo }: Props) {
  const { t } = useSpeech()
  const listId = useId()
  const isAsked = query.trim() !== ''
  const found = findSettings(query, ({ name, section }) => ({
    name: t(`settingItems.${name}.name`),
    hint: t(`settingItems.${name}.hint`),
    section: t(`settings.sections.${section}`),
  }))
  return (
    <search className="grid gap-3">
      <div className="relative">
        <Search
          className="pointer-events-none absolute start-3 top-1/2 size-4.5 -translate-y-1/2 text-quiet"
          aria-hidden="true"
        />
        <input
          type="search"
          className={`${fieldLook} ps-10`}
          aria-label={t('settings.search')}
          placeholder={t('settings.search')}
          aria-controls={listId}
          value={query}
          onChange={({ target }) => onQuery(target.value)}
          onKeyDown={(event) => {
            const [first] = found
            if (event.key === 'Enter' && first) onGo(first)
          }}
        />
      </div>
      <p role="status" className="text-label text-quiet empty:hidden">
        {isAsked && t('settings.found', { count: found.length })}
      </p>
      <ul id={listId} className="grid empty:hidden">
        {found.map((place) => (
          <li key={place.name}>
            <button
              type="button"
              className="grid w-full cursor-pointer gap-0.5 rounded-round border-0 bg-transparent px-3 py-2 text-start text-ink hover:bg-accent-ground"
              onClick={() => onGo(place)}
            >
              <span className="text-base">
                {t(`settingItems.${place.name}.name`)}{' '}
                <span className="text-label text-quiet">
                  {t(`settings.sections.${place.section}`)}
                </span>
              </span>
              <span className="text-label text-quiet">{t(`settingItems.${place.name}.hint`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </search>
  )
}
