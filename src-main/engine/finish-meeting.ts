/**
 * An interrupted meeting is read to its end. Where its source can be heard again from the same place (a
 * file that was being transcribed), what had not been recorded yet is fetched first.
 */
import { existsSync } from 'node:fs'
import { AppError } from '#contract/errors.ts'
import type { Meeting } from '#contract/meeting.ts'
import type { TrackName } from '#contract/transcript.ts'
import { wholeWarning } from '#contract/warning.ts'
import { continueSource } from './audio/continue-source.ts'
import { toMs } from './audio/frames.ts'
import type { Recording } from './audio/recording.ts'
import type { Source } from './audio/source.ts'
import { diskWarnings } from './disk-warnings.ts'
import { launchMeeting, type Work } from './launch-meeting.ts'
import { chosenModel } from './model-choice.ts'
import type { MeetingRun } from './run-meeting.ts'

export async function finishMeeting(
  work: Work,
  meeting: Meeting,
  named: string | null,
): Promise<MeetingRun> {
  const { keeping } = work.parts
  const { id: meetingId, language } = meeting
  if (!existsSync(keeping.recordings.folderOf(meetingId)))
    throw new AppError('not_found', 'The recording of this meeting is gone, so it stays as it is.')
  const model = await chosenModel(work.parts, named)
  const claim = keeping.claim(meetingId)
  if (!claim) throw meetingBusy()
  try {
    const recording = await keeping.recordings.extend(meetingId)
    const source = await restOf(work, meeting, recording)
    keeping.store.meetings.setState(meetingId, 'live')
    const vocabulary = keeping.store.meetings.vocabulary(meetingId)
    const disk = diskWarnings((warning) =>
      work.tell({ type: 'meeting.warned', meetingId, ...warning }),
    )
    const job = { meetingId, keeping, claim, recording, source, model, language, vocabulary, disk }
    return launchMeeting(work, { ...job, style: 'final', stopAfterSilenceMs: null, refine: false })
  } catch (error) {
    claim[Symbol.dispose]()
    throw error
  }
}

export function meetingBusy(): AppError {
  return new AppError(
    'meeting_busy',
    'Another running RTSTT is working on this meeting. Stop it there first.',
  )
}

async function restOf(work: Work, meeting: Meeting, recording: Recording): Promise<Source> {
  const { parts, tell } = work
  const choice = parts.keeping.store.meetings.source(meeting.id)
  if (choice?.kind !== 'file' || choice.pace !== 'fast') return nothingMore(recording)
  try {
    const source = await parts.openSource(choice)
    const recorded = new Map(recording.tracks.map((track) => [track, recording.length(track)]))
    if (!isWhole(source, recorded)) return continueSource(source, recorded)
    await source[Symbol.asyncDispose]()
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const message = `${error.message} The text ends where the recording does.`
    const warning = wholeWarning(error.code, message)
    tell({ type: 'meeting.warned', meetingId: meeting.id, ...warning })
  }
  return nothingMore(recording)
}

function isWhole({ totalMs }: Source, recorded: ReadonlyMap<TrackName, number>): boolean {
  return totalMs !== null && Math.min(...recorded.values().map(toMs)) >= totalMs
}

/** What can be heard of a source that is gone. */
function nothingMore({ tracks, length }: Recording): Source {
  return {
    tracks,
    totalMs: toMs(Math.max(...tracks.map(length))),
    events: (async function* () {})(),
    controls: null,
    stop: () => {},
    [Symbol.asyncDispose]: async () => {},
  }
}
