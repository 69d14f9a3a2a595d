import type { SearchHit } from '#contract/meeting.ts'
import { useSpeech } from '../../pieces/app-context.ts'
import { FoundText } from '../../pieces/found-text.tsx'
import { mostHits } from '../../state/actions.ts'
import { snippetPieces } from '../../state/find-text.ts'
import { meetingAddress } from '../../state/route.ts'
import { clock, machineLength, shortDay } from '../../texts/format.ts'
import { type Search, useSearch } from './use-search.ts'

export function SearchResults({ query }: { readonly query: string }) {
  const search = useSearch(query)
  return (
    <>
      <Outcome search={search} query={query} />
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

function Outcome({ search: { phase, hits, problem }, query }: OutcomeProps) {
  const { texts } = useSpeech()
  if (phase === 'failed') {
    return (
      <p role="alert" className="problem">
        {problem || texts.somethingBroke}
      </p>
    )
  }
  return (
    <p role="status" className="quiet outcome">
      {phase === 'searching' && hits.length === 0 && texts.searching}
      {phase === 'done' && hits.length === 0 && texts.noHits(query)}
      {hits.length > 0 &&
        (hits.length < mostHits ? texts.hits(hits.length) : texts.firstHits(hits.length))}
    </p>
  )
}

function Hit({
  hit: { meetingId, meetingTitle, startedAt, segment, snippet },
}: {
  hit: SearchHit
}) {
  const { texts, locale } = useSpeech()
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
          {segment.track !== 'mix' && ` · ${segment.speaker ?? texts[segment.track]}`}
        </span>
      </span>
      <span className="hit-text">
        <FoundText pieces={pieces} />
      </span>
    </a>
  )
}
