import { useEffect, useRef, useState } from 'react'
import type { SearchFilters } from '#contract/ask.ts'
import { useSpeech } from '../../pieces/app-context.ts'
import { Symbol } from '../../pieces/symbol.tsx'
import { countFilters } from '../../state/filters.ts'
import { goQuietly } from '../../state/navigation.ts'

const pauseMs = 200
const longestQuery = 500

interface Props {
  readonly query: string
  readonly filters: SearchFilters
}

/** The address follows what is typed once the typing pauses, so a result can be left and come back to. */
export function SearchField({ query, filters }: Props) {
  const { t } = useSpeech()
  const [typed, setTyped] = useState(query)
  const sent = useRef(query)
  const latest = useRef(filters)
  useEffect(() => {
    latest.current = filters
  }, [filters])

  // The address changed by other means, such as the way back.
  useEffect(() => {
    if (query !== sent.current) {
      sent.current = query
      setTyped(query)
    }
  }, [query])

  useEffect(() => {
    if (typed === sent.current) return
    const timer = setTimeout(() => send(typed), pauseMs)
    return () => clearTimeout(timer)
  }, [typed])

  function send(text: string): void {
    sent.current = text
    goQuietly({
      screen: 'library',
      query: text,
      ...(countFilters(latest.current) > 0 && text.trim() !== ''
        ? { filters: latest.current }
        : {}),
    })
  }

  return (
    <form
      role="search"
      className="search-field"
      onSubmit={(event) => {
        event.preventDefault()
        send(typed)
      }}
    >
      <Symbol name="search" />
      <input
        type="search"
        aria-label={t('search.label')}
        aria-keyshortcuts="/"
        placeholder={t('search.hint')}
        maxLength={longestQuery}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.preventDefault()
          setTyped('')
          if (typed === '') event.currentTarget.blur()
        }}
      />
      <kbd aria-hidden="true">/</kbd>
    </form>
  )
}
