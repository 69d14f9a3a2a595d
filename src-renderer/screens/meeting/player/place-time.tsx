import { useEffect, useRef } from 'react'
import type { SoundPlayer } from '../../../client/sound-player.ts'
import { clock } from '../../../texts/format.ts'

interface Props {
  readonly player: SoundPlayer
  readonly lengthMs: number
}

/** How far it is heard, of how much. Written once a second, past React. */
export function PlaceTime({ player, lengthMs }: Props) {
  const place = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    function show(atMs: number): void {
      const text = clock(Math.min(atMs, lengthMs))
      if (place.current && place.current.textContent !== text) place.current.textContent = text
    }
    show(player.atMs())
    return player.onPlace(show)
  }, [player, lengthMs])
  return (
    // The slider says the same.
    <p aria-hidden="true" className="flex-none text-label text-quiet tabular-nums">
      <span ref={place} className="text-ink" />
      <span className="max-sm:hidden"> / {clock(lengthMs)}</span>
    </p>
  )
}
