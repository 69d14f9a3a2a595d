import { anywhere, type SearchFilters } from '#contract/ask.ts'
import { useAppState, useSpeech } from '../../pieces/app-context.ts'
import { useTitle } from '../../pieces/use-title.ts'
import { liveMeeting } from '../../state/library.ts'
import { MeetingList } from './meeting-list.tsx'
import { RecordPanel } from './record-panel.tsx'
import { Filters } from './search-filters.tsx'
import { SearchField } from './search-field.tsx'
import { SearchResults } from './search-results.tsx'
import { VocabularyPanel } from './vocabulary-panel.tsx'

interface Props {
  readonly query: string
  readonly filters?: SearchFilters
}

/** The way to record, all meetings, and one field that searches everything that was said in them. */
export function LibraryScreen({ query, filters = anywhere }: Props) {
  const { t } = useSpeech()
  const anyMeeting = useAppState(({ library }) => library.meetings.length > 0)
  const live = useAppState(({ library }) => liveMeeting(library) !== null)
  useTitle(null)
  return (
    <>
      <h1>{t('library.title')}</h1>
      {!live && <RecordPanel />}
      <VocabularyPanel />
      {(anyMeeting || query !== '') && <SearchField query={query} filters={filters} />}
      {query.trim() !== '' && <Filters query={query} filters={filters} />}
      {query.trim() === '' ? (
        <MeetingList />
      ) : (
        <SearchResults query={query.trim()} filters={filters} />
      )}
    </>
  )
}
