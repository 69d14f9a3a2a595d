import { useCallback, useEffect, useRef, useState } from 'react'
import type { SegmentId } from '#contract/ids.ts'
import type { Segment } from '#contract/transcript.ts'
import { segmentElementId } from '../../../pieces/transcript-view.tsx'
import type { FlowItem } from '../../../state/flow.ts'
import { usePlayer } from '../player/player-context.ts'
import { bringSegment } from './use-target.ts'

interface Text {
  readonly items: readonly FlowItem[]
  readonly bring: (index: number) => void
}

/** Keys by which somebody reads on, or back. */
const readingKeys = new Set(['PageUp', 'PageDown', 'Home', 'End', 'ArrowUp', 'ArrowDown'])

/** Keeps what is heard in view while it is played, until the reader goes elsewhere. */
export function useFollowHeard({ items, bring }: Text) {
  const player = usePlayer()
  const [away, setAway] = useState(false)
  const heardId = useRef<SegmentId | null>(null)
  const state = useRef({ away, items, bring })
  useEffect(() => {
    state.current = { away, items, bring }
  })

  const follow = useCallback((): void => {
    const id = heardId.current
    if (id && !isWellInView(id)) bringSegment(id, state.current.items, state.current.bring)
  }, [])
  const onSegment = useCallback(
    ({ id }: Segment): void => {
      heardId.current = id
      if (player?.state().playing && !state.current.away) follow()
    },
    [player, follow],
  )
  const back = useCallback((): void => {
    setAway(false)
    follow()
  }, [follow])

  useEffect(() => {
    if (!player) return
    const stop = new AbortController()
    const leave = (): void => {
      if (player.state().playing) setAway(true)
    }
    const options = { signal: stop.signal, passive: true }
    window.addEventListener('wheel', leave, options)
    window.addEventListener('touchmove', leave, options)
    window.addEventListener('keydown', ({ key }) => readingKeys.has(key) && leave(), options)
    // Whoever begins to listen, wants to see what is heard.
    let playing = player.state().playing
    const stopWatching = player.subscribe(() => {
      const now = player.state().playing
      if (now && !playing) setAway(false)
      playing = now
    })
    return () => {
      stop.abort()
      stopWatching()
    }
  }, [player])

  return { away, onSegment, back, leave: useCallback(() => setAway(true), []) }
}

/** In the middle part of what is seen, so that the next words are in view as well. */
function isWellInView(id: SegmentId): boolean {
  const box = document.getElementById(segmentElementId(id))?.getBoundingClientRect()
  return (
    box !== undefined &&
    box.top > window.innerHeight * 0.15 &&
    box.bottom < window.innerHeight * 0.75
  )
}
