import { LibraryBig, Mic } from 'lucide-react'
import { anywhere, type SearchFilters } from '#contract/ask.ts'
import { useApp, useAppState, useSpeech } from '../../pieces/app-context.ts'
import { Button } from '../../pieces/button.tsx'
import { EmptyState } from '../../pieces/empty-state.tsx'
import { Skeleton } from '../../pieces/skeleton.tsx'
import { useTitle } from '../../pieces/use-title.ts'
import { liveMeeting } from '../../state/library.ts'
import { addressOf } from '../../state/route.ts'
import type { Shelf } from '../../state/shelf.ts'
import { ImportButton } from './import-button.tsx'
import { ImportQueue } from './import-queue.tsx'
import { KeptMeetings } from './kept-meetings.tsx'
import { RecordPanel } from './record-panel.tsx'
import { Filters } from './search-filters.tsx'
import { SearchField } from './search-field.tsx'
import { SearchResults } from './search-results.tsx'
import { ShelfList } from './shelf-list.tsx'
import { TrashView } from './trash-view.tsx'
import { useImports } from './use-imports.ts'
import { VocabularyPanel } from './vocabulary-panel.tsx'

interface Props {
  readonly query: string
  readonly filters?: SearchFilters
  readonly shelf?: Shelf
}

/** The way to record and to import, all meetings in their order, and one field that searches everything said in them. */
export function LibraryScreen({ query, filters = anywhere, shelf }: Props) {
  const { t } = useSpeech()
  const library = useAppState((state) => state.library)
  const live = useAppState((state) => liveMeeting(state.library) !== null)
  const anyMeeting = library.meetings.length > 0
  const searching = query.trim() !== ''
  useTitle(null)
  useImports()
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <h1>{t('library.title')}</h1>
        <ImportButton />
      </div>
      {!live && <RecordPanel />}
      <VocabularyPanel />
      <ImportQueue />
      {(anyMeeting || searching) && <SearchField query={query} filters={filters} />}
      {searching && <Filters query={query} filters={filters} />}
      {searching ? (
        <SearchResults query={query.trim()} filters={filters} />
      ) : (
        <Shelves shelf={shelf ?? null} />
      )}
    </>
  )
}

function Shelves({ shelf }: { readonly shelf: Shelf | null }) {
  const { t } = useSpeech()
  const { actions } = useApp()
  const library = useAppState((state) => state.library)
  if (library.phase === 'failed') {
    return (
      <EmptyState
        icon={LibraryBig}
        title={library.problem || t('page.somethingBroke')}
        actions={<Button onClick={() => void actions.readLibrary()}>{t('page.tryAgain')}</Button>}
      />
    )
  }
  if (!library.known) return <Skeleton name={t('page.loading')} lines={6} />
  return (
    <div className="grid min-w-0 gap-x-8 lg:grid-cols-[12rem_minmax(0,1fr)]">
      <ShelfList shelf={shelf} />
      <div className="min-w-0">
        {shelf?.kind === 'trash' ? (
          <TrashView />
        ) : library.meetings.length === 0 ? (
          <EmptyLibrary />
        ) : (
          <KeptMeetings
            key={addressOf({ screen: 'library', query: '', ...(shelf && { shelf }) })}
            shelf={shelf}
          />
        )}
      </div>
    </div>
  )
}

function EmptyLibrary() {
  const { t } = useSpeech()
  return (
    <EmptyState icon={Mic} title={t('library.emptyTitle')}>
      <p>{t('library.emptyRecord')}</p>
      <p>{t('library.emptyFile')}</p>
    </EmptyState>
  )
}
