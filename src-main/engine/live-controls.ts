import type { Hearing } from '#contract/hearing.ts'
import type { MeetingId } from '#contract/ids.ts'
import type { SourceControls, SourceHearing } from './audio/source.ts'
import type { SilenceWatch } from './stop-at-silence.ts'

/** What can be asked of a meeting while its devices are heard. */
export interface LiveControls extends Omit<SourceControls, 'hearing'> {
  hearing(): Hearing
  /** It goes on, although nothing was heard for long. */
  keep(): void
}

export function liveControls(
  meetingId: MeetingId,
  controls: SourceControls,
  silence: SilenceWatch,
): LiveControls {
  return {
    ...controls,
    hearing: () => hearingOf(meetingId, controls.hearing(), silence.endsInMs()),
    keep: () => silence.keep(),
  }
}

/** What a source hears, in the words of all faces. */
export function hearingOf(
  meetingId: MeetingId,
  { paused, microphoneMuted, tracks }: SourceHearing,
  silenceEndsInMs: number | null,
): Hearing {
  return { meetingId, paused, microphoneMuted, tracks: [...tracks], silenceEndsInMs }
}
