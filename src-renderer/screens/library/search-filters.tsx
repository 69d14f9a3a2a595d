import { useState } from 'react'
import { anywhere, SearchFilters } from '#contract/ask.ts'
import { TrackName } from '#contract/transcript.ts'
import { useAppState, useSpeech } from '../../pieces/app-context.ts'
import { Symbol } from '../../pieces/symbol.tsx'
import { countFilters } from '../../state/filters.ts'
import { goQuietly } from '../../state/navigation.ts'
import { shortDay } from '../../texts/format.ts'

interface Props {
  readonly query: string
  readonly filters: SearchFilters
}

/** What a place must be like to be found. The address holds it, so a result can be left and come back to. */
export function Filters({ query, filters }: Props) {
  const { t } = useSpeech()
  const count = countFilters(filters)
  const [open, setOpen] = useState(count > 0)
  return (
    <details
      className="filters"
      open={open}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        {count === 0 ? t('search.filters') : t('search.filtersOf', { number: count })}
        <Symbol name="down" />
      </summary>
      <FilterFields query={query} filters={filters} />
    </details>
  )
}

/** Without any filter the address is as short as it was. */
function search(query: string, filters: SearchFilters): void {
  const narrowed = countFilters(filters) > 0 ? { filters } : {}
  goQuietly({ screen: 'library', query, ...narrowed })
}

function FilterFields({ query, filters }: Props) {
  const { t, locale } = useSpeech()
  const meetings = useAppState(({ library }) => library.meetings)
  /** What cannot be, such as half a date, filters nothing. */
  function set(name: keyof SearchFilters, value: string): void {
    const tried = SearchFilters.safeParse({ ...filters, [name]: value === '' ? null : value })
    if (tried.success) search(query, tried.data)
  }
  const kinds = (['action', 'decision', 'question', 'note'] as const).map(
    (kind) => [kind, t(`search.kinds.${kind}`)] as const,
  )
  const tracks = TrackName.exclude(['mix']).options
  return (
    <div className="filter-fields">
      <Choice
        label={t('search.meeting')}
        any={t('search.anyMeeting')}
        value={filters.meetingId}
        options={meetings.map(({ id, title, startedAt }) => {
          return [id, `${title}, ${shortDay(startedAt, locale)}`] as const
        })}
        onChoose={(value) => set('meetingId', value)}
      />
      <Choice
        label={t('search.voice')}
        any={t('search.anyVoice')}
        value={filters.track}
        options={tracks.map((track) => [track, t(`transcript.voices.${track}`)] as const)}
        onChoose={(value) => set('track', value)}
      />
      <Choice
        label={t('search.kind')}
        any={t('search.anyKind')}
        value={filters.kind}
        options={kinds}
        onChoose={(value) => set('kind', value)}
      />
      <Field
        label={t('search.speaker')}
        type="text"
        value={filters.speaker}
        onChange={(value) => set('speaker', value)}
      />
      <Field
        label={t('search.from')}
        type="date"
        value={filters.from}
        onChange={(value) => set('from', value)}
      />
      <Field
        label={t('search.to')}
        type="date"
        value={filters.to}
        onChange={(value) => set('to', value)}
      />
      {countFilters(filters) > 0 && (
        <button type="button" className="button" onClick={() => search(query, anywhere)}>
          {t('search.clearFilters')}
        </button>
      )}
    </div>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly any: string
  readonly value: string | null
  readonly options: readonly (readonly [string, string])[]
  readonly onChoose: (value: string) => void
}

function Choice({ label, any, value, options, onChoose }: ChoiceProps) {
  return (
    <label className="field">
      {label}
      <select value={value ?? ''} onChange={({ target }) => onChoose(target.value)}>
        <option value="">{any}</option>
        {options.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}

interface FieldProps {
  readonly label: string
  readonly type: 'text' | 'date'
  readonly value: string | null
  readonly onChange: (value: string) => void
}

function Field({ label, type, value, onChange }: FieldProps) {
  return (
    <label className="field">
      {label}
      <input
        type={type}
        autoComplete="off"
        value={value ?? ''}
        onChange={({ target }) => onChange(target.value)}
      />
    </label>
  )
}
