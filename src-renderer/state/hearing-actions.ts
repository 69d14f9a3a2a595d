/** What a person can do about what is heard: choose it, pause it, keep the microphone out of it. */
import type { Hearing } from '#contract/hearing.ts'
import type { MeetingId } from '#contract/ids.ts'
import type { EngineClient } from '#wire/connect.ts'
import type { Choice } from './choice.ts'
import { devicesAnswered, wholeDevices } from './devices.ts'
import { hearingAnswered, hearingAsked, hearingFailed, withHearing } from './hearings.ts'
import { lasting, perform, type Update } from './perform.ts'
import type { Task } from './store.ts'

export interface HearingActions {
  readDevices(): Promise<void>
  readHearing(meetingId: MeetingId): Promise<void>
  choose(change: Partial<Choice>): void
  pause(meetingId: MeetingId): Promise<void>
  resume(meetingId: MeetingId): Promise<void>
  mute(meetingId: MeetingId, muted: boolean): Promise<void>
  /** Goes on though silence was about to end it. */
  keepOn(meetingId: MeetingId): Promise<void>
}

/** `now` is the page's own clock, in milliseconds. */
export function hearingActions(
  update: Update,
  client: EngineClient,
  now: () => number,
): HearingActions {
  async function change(
    meetingId: MeetingId,
    task: Task,
    ask: () => Promise<Hearing>,
  ): Promise<void> {
    const hearing = await perform(update, meetingId, task, ask)
    if (hearing) update(({ hearings }) => ({ hearings: withHearing(hearings, hearing, now()) }))
  }
  return {
    choose: (wanted) => update(({ choice }) => ({ choice: { ...choice, ...wanted } })),
    pause: (meetingId) =>
      change(meetingId, 'pause', () => client.call('meeting.pause', { meetingId })),
    resume: (meetingId) =>
      change(meetingId, 'pause', () => client.call('meeting.resume', { meetingId })),
    mute: (meetingId, muted) =>
      change(meetingId, 'mute', () => client.call('meeting.mute', { meetingId, muted })),
    keepOn: (meetingId) =>
      change(meetingId, 'keep', () => client.call('meeting.keep', { meetingId })),
    ...readers(update, client, now),
  }
}

function readers(
  update: Update,
  client: EngineClient,
  now: () => number,
): Pick<HearingActions, 'readDevices' | 'readHearing'> {
  return {
    async readDevices() {
      update(({ devices }) => ({ devices: { ...devices, phase: 'reading' } }))
      try {
        const list = await client.call('device.list', {})
        update(({ devices }) => ({ devices: devicesAnswered(devices, wholeDevices(list)) }))
      } catch (error) {
        const problem = lasting(error)
        const phase = problem === null ? 'unread' : 'failed'
        update(({ devices }) => ({
          devices: devicesAnswered(devices, { ...devices, phase, problem }),
        }))
      }
    },
    async readHearing(meetingId) {
      update(({ hearings }) => ({ hearings: hearingAsked(hearings, meetingId) }))
      try {
        const hearing = await client.call('meeting.hearing', { meetingId })
        update(({ hearings }) => ({
          hearings: hearingAnswered(hearings, meetingId, hearing, now()),
        }))
      } catch (error) {
        const phase = lasting(error) === null ? 'unread' : 'failed'
        update(({ hearings }) => ({ hearings: hearingFailed(hearings, meetingId, phase) }))
      }
    },
  }
}
