import type { EditEntry } from '#contract/edit.ts'
import { useSpeech } from '../../../pieces/app-context.ts'
import { Button } from '../../../pieces/button.tsx'
import { wordChanges } from '../../../state/word-changes.ts'

interface Props {
  readonly entry: EditEntry
  readonly onRevert: () => void
}

/** One change: when, who, what, and what became of the words. */
export function HistoryEntry({ entry, onRevert }: Props) {
  const { t, locale } = useSpeech()
  const { at, author, what, state, canRevert, segments, changes } = entry
  const when = new Date(at).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' })
  const kind = t(`editing.kinds.${what}`)
  const further = segments - changes.length
  return (
    <li className="grid gap-1.5 border-b border-line pb-4 last:border-0">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <span className="font-semibold first-letter:uppercase">{kind}</span>
        <span className="text-label text-quiet">
          {t(`editing.authors.${author}`)} · <time dateTime={at}>{when}</time>
          {segments > 1 && ` · ${t('editing.sentences', { count: segments })}`}
        </span>
        {(state === 'undone' || state === 'dropped') && (
          <span className="rounded-small bg-accent-ground px-1.5 text-small">
            {t(`editing.states.${state}`)}
          </span>
        )}
        {canRevert && (
          <span className="ms-auto">
            <Button size="small" aria-label={`${t('editing.putBack')}: ${kind}`} onClick={onRevert}>
              {t('editing.putBack')}
            </Button>
          </span>
        )}
      </div>
      {changes.map((change, index) => (
        <Difference key={index} change={change} />
      ))}
      {further > 0 && what !== 'renamed' && what !== 'assigned' && changes.length > 1 && (
        <p className="text-label text-quiet">{t('editing.more', { count: further })}</p>
      )}
    </li>
  )
}

function Difference({ change }: { readonly change: EditEntry['changes'][number] }) {
  const { t } = useSpeech()
  const { about, before, after } = change
  const missing = t(about === 'speaker' ? 'editing.noName' : 'editing.nothing')
  if (about !== 'text' || before === null || after === null)
    return (
      <p dir="auto" className="whitespace-pre-line wrap-anywhere">
        <bdi className={before === null ? 'text-quiet' : ''}>{before ?? missing}</bdi>
        {' → '}
        <bdi className={after === null ? 'text-quiet' : ''}>{after ?? missing}</bdi>
      </p>
    )
  return (
    <p dir="auto" className="whitespace-pre-line wrap-anywhere">
      {wordChanges(before, after).map(({ kind, text }, index) => {
        if (kind === 'same') return <span key={index}>{text}</span>
        const marked = text === '\n' ? '¶\n' : text
        return kind === 'gone' ? (
          <del key={index} className="bg-danger-ground text-danger">
            <span className="sr-only">{t('editing.gone')} </span>
            {marked}
          </del>
        ) : (
          <ins key={index} className="bg-done-ground text-done no-underline">
            <span className="sr-only">{t('editing.added')} </span>
            {marked}
          </ins>
        )
      })}
    </p>
  )
}
