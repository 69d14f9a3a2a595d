import { type ReactNode, useEffect } from 'react'
import type { Meeting } from '#contract/meeting.ts'
import type { Segment } from '#contract/transcript.ts'
import { useSpeech } from '../../../pieces/app-context.ts'
import type { Mark, Tracks } from '../../../state/marks.ts'
import { shortDay } from '../../../texts/format.ts'
import { PlayerBar } from './player-bar.tsx'
import { PlayerContext } from './player-context.ts'
import { useSoundPlayer } from './use-sound-player.ts'

interface Props {
  readonly meeting: Meeting
  readonly segments: readonly Segment[]
  readonly tracks: Tracks
  readonly marks: readonly Mark[]
  /** The place that somebody came for; another object each time they do. */
  readonly cameFor: Pick<Segment, 'startMs'> | null
  readonly children: ReactNode
}

/** What is shown of a meeting, with its player at the lower edge; without one where its sound is gone. */
export function WithPlayer({ meeting, segments, tracks, marks, cameFor, children }: Props) {
  const { t, locale } = useSpeech()
  // What a rule removed still has its account, and nothing to hear.
  const lengths = tracks.map(({ account }) => (account?.removedAt === null ? account.lengthMs : 0))
  const removedAt = tracks.find(({ account }) => account?.removedAt)?.account?.removedAt ?? null
  const lengthMs = Math.max(0, ...lengths)
  const player = useSoundPlayer(segments, lengthMs)
  useEffect(() => {
    // Who hears something goes on hearing it.
    if (cameFor && !player.state().playing) player.seek(cameFor.startMs)
  }, [player, cameFor])
  const audible = lengthMs > 0
  return (
    <PlayerContext value={audible ? player : null}>
      {children}
      {audible && (
        <PlayerBar meetingId={meeting.id} player={player} lengthMs={lengthMs} marks={marks} />
      )}
      {!audible && removedAt !== null && (
        <p className="mt-4 text-label text-quiet">
          {t('account.removedByRule', { day: shortDay(removedAt, locale) })}
        </p>
      )}
      {tracks.length > 0 && tracks.every(({ account }) => account === null) && (
        <p className="mt-4 text-label text-quiet">{t('player.soundGone')}</p>
      )}
    </PlayerContext>
  )
}
