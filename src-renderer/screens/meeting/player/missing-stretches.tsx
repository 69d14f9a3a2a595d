import { memo } from 'react'
import type { SoundPeaks } from '#contract/peaks.ts'
import type { Mark } from '../../../state/marks.ts'

interface Props {
  readonly marks: readonly Mark[]
  readonly lengthMs: number
  readonly tracks: SoundPeaks['tracks']
}

/** A recording may have thousands of tiny holes; so many are drawn, the longest. */
const mostDrawn = 200

const looks = {
  missing: 'bg-warning opacity-45',
  muted: 'bg-strong-line opacity-40',
  paused: 'border-s-2 border-dashed border-strong-line',
  slept: 'border-s-2 border-dashed border-strong-line',
} as const

/** Where something is missing in a waveform: over the half of its track, or over both. The slider says what it is. */
export const MissingStretches = memo(function MissingStretches({ marks, lengthMs, tracks }: Props) {
  const drawn = marks
    .toSorted((a, b) => (b.lengthMs ?? Infinity) - (a.lengthMs ?? Infinity))
    .slice(0, mostDrawn)
  return drawn.map((mark, index) => (
    <span
      key={index}
      data-missing={mark.kind}
      className={`pointer-events-none absolute min-w-0.5 ${looks[mark.kind]} ${heightOf(mark, tracks)}`}
      style={{ left: share(mark.atMs, lengthMs), width: share(widthMs(mark), lengthMs) }}
    />
  ))
})

function heightOf({ track }: Mark, tracks: Props['tracks']): string {
  if (track === null || tracks.length < 2) return 'inset-y-0'
  return tracks[0]?.name === track ? 'top-0 bottom-1/2' : 'top-1/2 bottom-0'
}

/** A pause takes no time of the recording. */
function widthMs({ kind, lengthMs }: Mark): number {
  return kind === 'missing' || kind === 'muted' ? (lengthMs ?? 0) : 0
}

function share(ms: number, lengthMs: number): string {
  return `${lengthMs > 0 ? Math.min(100, (ms / lengthMs) * 100) : 0}%`
}
