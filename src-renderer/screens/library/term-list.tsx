import { useRef } from 'react'
import { useApp, useSpeech } from '../../pieces/app-context.ts'
import { Symbol } from '../../pieces/symbol.tsx'

/** All terms, each with the button that removes it; after that the next one has the focus, so that several go in a row. */
export function TermList({ terms }: { readonly terms: readonly string[] }) {
  const { t } = useSpeech()
  const { actions } = useApp()
  const list = useRef<HTMLUListElement>(null)

  async function remove(term: string, at: number): Promise<void> {
    if (!(await actions.changeVocabulary({ kind: 'remove', terms: [term] }))) return
    // When the list has been drawn without it.
    requestAnimationFrame(() => {
      const left = list.current?.querySelectorAll('button') ?? []
      const next = left[Math.min(at, left.length - 1)]
      const field = list.current?.parentElement?.querySelector('textarea')
      ;(next ?? field)?.focus()
    })
  }

  return (
    <ul className="terms" ref={list} aria-label={t('vocabulary.title')}>
      {terms.map((term, at) => (
        <li key={term}>
          <span>{term}</span>
          <button
            type="button"
            className="icon-button"
            aria-label={t('vocabulary.removeTerm', { term })}
            onClick={() => void remove(term, at)}
          >
            <Symbol name="close" />
          </button>
        </li>
      ))}
    </ul>
  )
}
