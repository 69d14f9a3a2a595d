/** What can be done to a meeting while its devices are heard, and to its sound later. */
import type { EngineApi } from '#contract/commands.ts'
import { AppError } from '#contract/errors.ts'
import type { MeetingId } from '#contract/ids.ts'
import { meetingBusy } from './finish-meeting.ts'
import type { LiveControls } from './live-controls.ts'
import type { MeetingRuns } from './meeting-runs.ts'
import type { Parts } from './parts.ts'
import { soundClip } from './sound-clip.ts'
import { soundPeaks } from './sound-peaks.ts'

type HearingCommand =
  | 'meeting.pause'
  | 'meeting.resume'
  | 'meeting.mute'
  | 'meeting.keep'
  | 'meeting.hearing'
  | 'meeting.recognition'
  | 'meeting.clip'
  | 'meeting.peaks'

export function hearingCommands(
  { keeping }: Pick<Parts, 'keeping'>,
  { running }: Pick<MeetingRuns, 'running'>,
): Pick<EngineApi, HearingCommand> {
  function controlsOf(id: MeetingId): LiveControls | null {
    const run = running(id)
    if (run) return run.controls()
    const meeting = keeping.store.meetings.read(id)
    if (!meeting) throw new AppError('not_found', 'There is no such meeting.')
    return null
  }

  function listening(id: MeetingId): LiveControls {
    const controls = controlsOf(id)
    if (controls) return controls
    const meeting = keeping.store.meetings.read(id)
    if (meeting?.state !== 'live') throw notListening('This meeting is not being recorded.')
    if (!running(id)) throw meetingBusy()
    const kind = keeping.store.meetings.source(id)?.kind
    const isFile = kind === 'file' || kind === 'sample'
    throw notListening(isFile ? heardAsItIs : 'This meeting has stopped listening.')
  }

  return {
    'meeting.clip': (input) => soundClip(keeping, input),
    'meeting.peaks': (input) => soundPeaks(keeping, input),
    async 'meeting.pause'({ meetingId }) {
      const controls = listening(meetingId)
      controls.pause()
      return controls.hearing()
    },
    async 'meeting.resume'({ meetingId }) {
      const controls = listening(meetingId)
      controls.resume()
      return controls.hearing()
    },
    async 'meeting.mute'({ meetingId, muted }) {
      const controls = listening(meetingId)
      if (!controls.hearing().tracks.some(({ track }) => track === 'me'))
        throw notListening('This meeting does not hear a microphone, so there is none to mute.')
      controls.muteMicrophone(muted)
      return controls.hearing()
    },
    async 'meeting.keep'({ meetingId }) {
      const controls = listening(meetingId)
      controls.keep()
      return controls.hearing()
    },
    async 'meeting.hearing'({ meetingId }) {
      return controlsOf(meetingId)?.hearing() ?? null
    },
    async 'meeting.recognition'({ meetingId }) {
      controlsOf(meetingId)
      return running(meetingId)?.recognition() ?? null
    },
  }
}

const heardAsItIs =
  'This meeting reads a file, which is heard as it is. Only devices can be paused, muted or kept on.'

function notListening(message: string): AppError {
  return new AppError('not_listening', message)
}
