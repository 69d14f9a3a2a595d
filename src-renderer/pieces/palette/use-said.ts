import { useEffect, useState } from 'react'
import type { SearchHit } from '#contract/meeting.ts'
import { snippetPieces } from '../../state/find-text.ts'
import { go } from '../../state/navigation.ts'
import { clock } from '../../texts/format.ts'
import { useApp } from '../app-context.ts'
import type { Choice } from './choice.ts'

/** After so long without another letter it is searched for. */
const pauseMs = 200
/** Fewer letters are in nearly everything. */
const fewestLetters = 3
const mostHits = 6

interface Said {
  readonly choices: readonly Choice[]
  readonly searching: boolean
}

/** The places where the typed words were said. */
export function useSaid(typed: string): Said {
  const { actions } = useApp()
  const query = typed.trim()
  const asked = query.length >= fewestLetters
  const [answer, setAnswer] = useState<{ query: string; hits: readonly SearchHit[] } | null>(null)

  useEffect(() => {
    if (!asked) return
    let wanted = true
    const timer = setTimeout(() => {
      actions.search(query).then(
        ({ hits }) => wanted && setAnswer({ query, hits: hits.slice(0, mostHits) }),
        // The library's own search says why; here everything else can still be chosen.
        () => wanted && setAnswer({ query, hits: [] }),
      )
    }, pauseMs)
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [actions, query, asked])

  if (!asked || answer === null) return { choices: [], searching: asked }
  const choices = answer.hits.map(({ meetingId, meetingTitle, segment, snippet }): Choice => {
    const place = { meetingId, atMs: segment.startMs, query: answer.query }
    return {
      id: `said ${segment.id}`,
      group: 'said',
      name: segment.text,
      pieces: snippetPieces(snippet),
      beside: `${meetingTitle} · ${clock(segment.startMs)}`,
      act: () => go({ screen: 'meeting', ...place }),
    }
  })
  return { choices, searching: answer.query !== query }
}
