import type { NoteHit } from '#contract/ask.ts'
import { useSpeech } from '../../pieces/app-context.ts'
import { FoundText } from '../../pieces/found-text.tsx'
import { snippetPieces } from '../../state/find-text.ts'
import { meetingAddress } from '../../state/route.ts'
import { clock, machineLength, shortDay } from '../../texts/format.ts'

/** What persons noted, apart from what was said. */
export function NoteHits({ notes }: { readonly notes: readonly NoteHit[] }) {
  const { t } = useSpeech()
  if (notes.length === 0) return null
  return (
    <section aria-labelledby="note-hits" className="mt-4">
      <h2 id="note-hits" className="text-label text-quiet">
        {t('notes.found')}
      </h2>
      <ol className="hits">
        {notes.map((hit) => (
          <li key={hit.note.id}>
            <Hit hit={hit} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function Hit({ hit: { meetingTitle, startedAt, note, snippet } }: { readonly hit: NoteHit }) {
  const { locale } = useSpeech()
  return (
    <a className="hit" href={meetingAddress(note.meetingId, note.atMs)}>
      <span className="hit-head">
        <strong>{meetingTitle}</strong>
        <span className="quiet">
          {shortDay(startedAt, locale)}
          {' · '}
          <time className="figures" dateTime={machineLength(note.atMs)}>
            {clock(note.atMs)}
          </time>
        </span>
      </span>
      <span className="hit-text">
        <FoundText pieces={snippetPieces(snippet)} />
      </span>
    </a>
  )
}
