import type { SearchFilters } from '#contract/ask.ts'
import type { SearchHit } from '#contract/meeting.ts'
import { useSpeech } from '../../pieces/app-context.ts'
import { FoundText } from '../../pieces/found-text.tsx'
import { mostHits } from '../../state/actions.ts'
import { snippetPieces } from '../../state/find-text.ts'
import { meetingAddress } from '../../state/route.ts'
import { clock, machineLength, shortDay } from '../../texts/format.ts'
import { NoteHits } from './note-hits.tsx'
import { type Search, useSearch } from './use-search.ts'

interface Props {
  readonly query: string
  readonly filters: SearchFilters
}

export function SearchResults({ query, filters }: Props) {
  const search = useSearch(query, filters)
  return (
    <>
      <Outcome search={search} query={query} />
      {search.truth && <FoundBy {...search.truth} />}
      <NoteHits notes={search.notes} />
      <ol className="hits">
        {search.hits.map((hit) => (
          <li key={hit.segment.id}>
            <Hit hit={hit} />
          </li>
        ))}
      </ol>
    </>
  )
}

interface OutcomeProps {
  readonly search: Search
  readonly query: string
}

function Outcome({ search: { phase, hits, notes, problem }, query }: OutcomeProps) {
  const { t } = useSpeech()
  const count = hits.length + notes.length
  if (phase === 'failed') {
    return (
      <p role="alert" className="problem">
        {problem || t('page.somethingBroke')}
      </p>
    )
  }
  return (
    <p role="status" className="quiet outcome">
      {phase === 'searching' && count === 0 && t('search.searching')}
      {phase === 'done' && count === 0 && t('search.noHits', { query })}
      {count > 0 &&
        (hits.length < mostHits
          ? t('search.hits', { count })
          : t('search.firstHits', { number: hits.length }))}
    </p>
  )
}

/** How it was looked for, and why not by meaning. */
function FoundBy({ by, without }: NonNullable<Search['truth']>) {
  const { t } = useSpeech()
  return (
    <p className="quiet found-by">
      {t(`search.foundBy.${by}`)}
      {/* The engine gives its reasons in English. */}
      {without !== null && (
        <>
          {' '}
          <span lang="en">{without}</span>
        </>
      )}
    </p>
  )
}

function Hit({
  hit: { meetingId, meetingTitle, startedAt, segment, snippet },
}: {
  hit: SearchHit
}) {
  const { t, locale } = useSpeech()
  const pieces = snippetPieces(snippet)
  const found = pieces.find((piece) => piece.found)?.text ?? ''
  return (
    <a className="hit" href={meetingAddress(meetingId, segment.startMs, found)}>
      <span className="hit-head">
        <strong>{meetingTitle}</strong>
        <span className="quiet">
          {shortDay(startedAt, locale)}
          {' · '}
          <time className="figures" dateTime={machineLength(segment.startMs)}>
            {clock(segment.startMs)}
          </time>
          {segment.track !== 'mix' &&
            ` · ${segment.speaker ?? t(`transcript.voices.${segment.track}`)}`}
        </span>
      </span>
      <span className="hit-text">
        <FoundText pieces={pieces} />
      </span>
    </a>
  )
}
