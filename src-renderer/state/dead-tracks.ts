/** The tracks of live meetings from which nothing comes any more, although it should. */
import type { MeetingId } from '#contract/ids.ts'
import type { TrackName } from '#contract/transcript.ts'
import type { Hearings } from './hearings.ts'
import type { Library } from './library.ts'
import { isTrouble, shownState } from './track-view.ts'

export interface DeadTrack {
  readonly meetingId: MeetingId
  readonly title: string
  readonly track: TrackName
  readonly state: 'lost' | 'deaf'
  /** What was heard until then; null where nobody knows. */
  readonly device: string | null
  /** The tracks of the meeting that are still recorded. */
  readonly others: readonly TrackName[]
}

export function deadTracks(
  hearings: Hearings,
  { meetings }: Pick<Library, 'meetings'>,
): readonly DeadTrack[] {
  return meetings
    .filter(({ state }) => state === 'live')
    .flatMap(({ id: meetingId, title }) => {
      const { phase, hearing, lastDevices } = hearings[meetingId] ?? {}
      if (!hearing || phase !== 'whole') return []
      const stateOf = (one: (typeof hearing.tracks)[number]) =>
        shownState(one, { hearing, sure: true, silent: false })
      const others = hearing.tracks
        .filter((one) => stateOf(one) === 'hearing')
        .map(({ track }) => track)
      return hearing.tracks.flatMap((one) => {
        const state = stateOf(one)
        if (!isTrouble(state)) return []
        const device = one.device ?? lastDevices?.[one.track] ?? null
        return [{ meetingId, title, track: one.track, state, device, others }]
      })
    })
}
