/** A new meeting: its source is opened, its recording made, and it is kept before the first sound. */
import { MeetingId } from '#contract/ids.ts'
import type { Source as SourceChoice } from '#contract/meeting.ts'
import type { FinalPass } from '#contract/refining.ts'
import type { Source } from './audio/source.ts'
import { diskWarnings } from './disk-warnings.ts'
import { launchMeeting, type Work } from './launch-meeting.ts'
import type { ChosenModel } from './model-choice.ts'
import type { Keeping } from './parts.ts'
import type { MeetingRun } from './run-meeting.ts'
import { titleFor } from './session/title.ts'

interface Plan {
  readonly keeping: Keeping
  readonly choice: SourceChoice
  readonly title: string | null
  readonly model: ChosenModel
  readonly language: string
  readonly style: 'live' | 'final'
  readonly stopAfterSilenceMs: number | null
  readonly finalPass: FinalPass
  readonly vocabulary: readonly string[]
  /** Called in the act of keeping it; what it throws undoes that. */
  readonly kept?: (meetingId: MeetingId) => void
}

export async function beginMeeting(work: Work, plan: Plan): Promise<MeetingRun> {
  const source = await work.parts.openSource(plan.choice)
  try {
    return await begin(work, plan, source)
  } catch (error) {
    await source[Symbol.asyncDispose]()
    throw error
  }
}

async function begin(work: Work, plan: Plan, source: Source): Promise<MeetingRun> {
  const { parts } = work
  const { keeping, choice, model, finalPass } = plan
  const meetingId = MeetingId.parse(parts.newId())
  const disk = diskWarnings((warning) =>
    work.tell({ type: 'meeting.warned', meetingId, ...warning }),
  )
  // A file waits for a disk, and can be read again; who speaks does neither.
  const troubled = plan.style === 'live' ? disk.sound : undefined
  const recording = await keeping.recordings.create(meetingId, source.tracks, troubled)
  // Claimed before it is kept as live: otherwise another program could take it for dead.
  const claim = keeping.claim(meetingId)
  const startedAtMs = parts.clock.now()
  try {
    keeping.store.transaction(() => {
      keeping.store.meetings.create({
        id: meetingId,
        title: plan.title ?? titleFor(choice, startedAtMs),
        startedAtMs,
        language: plan.language,
        model: model.id,
        tracks: source.tracks,
        source: choice,
        vocabulary: plan.vocabulary,
      })
      if (finalPass !== 'off')
        keeping.store.refinings.want({ meetingId, model: model.id, extent: finalPass })
      plan.kept?.(meetingId)
    })
  } catch (error) {
    // Without a meeting nobody would ever find the recording.
    claim?.[Symbol.dispose]()
    await recording[Symbol.asyncDispose]()
    await keeping.recordings.remove(meetingId)
    throw error
  }
  const refine = finalPass !== 'off'
  return launchMeeting(work, { ...plan, meetingId, claim, recording, source, refine, disk })
}
