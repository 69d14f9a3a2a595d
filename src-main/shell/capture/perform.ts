/** Does what was asked for from the tray, by a shortcut or on a notification, with no window needed. */
import type { MeetingId } from '#contract/ids.ts'
import { bookmark } from '../client/commands-to-come.ts'
import type { ShellLink } from '../client/shell-link.ts'
import { failureNotice, type Notice } from '../notify/notices.ts'
import type { DesktopState } from '../state/desktop-state.ts'
import { type LiveMeeting } from '../state/desktop-state.ts'
import { recordingOf } from '../state/recording.ts'
import { clockTime } from '../texts/clock-time.ts'
import type { Texts } from '../texts/texts.ts'
import type { Act } from '../tray/tray-menu.ts'
import { startWish } from './start-wish.ts'

export interface PerformParts {
  readonly link: Pick<ShellLink, 'call'>
  readonly now: () => DesktopState
  readonly texts: Texts
  readonly tell: (notice: Notice) => void
  readonly open: () => void
  readonly quit: () => void
  readonly toggleCaptions: () => void
  readonly toggleDictation: () => void
}

export type Perform = (act: Act) => Promise<void>

export function performer(parts: PerformParts): Perform {
  const { now, texts, tell } = parts
  // A second press while the first is being answered would start two recordings.
  let isStarting = false

  async function start(): Promise<void> {
    if (isStarting || recordingOf(now())) return
    isStarting = true
    try {
      await parts.link.call('meeting.start', startWish(now().settings))
    } finally {
      isStarting = false
    }
  }

  return async (act) => {
    try {
      switch (act) {
        case 'record':
          return await start()
        case 'open':
          return parts.open()
        case 'quit':
          return parts.quit()
        case 'captions':
          return parts.toggleCaptions()
        case 'dictate':
          return parts.toggleDictation()
        default: {
          const recording = recordingOf(now())
          if (recording) await change(parts, act, recording)
        }
      }
    } catch (error) {
      const title = act === 'record' ? texts.notice.notStarted : texts.notice.notDone
      tell(failureNotice(title, sentenceOf(error), { kind: 'live' }))
    }
  }
}

async function change(
  { link, tell, texts }: PerformParts,
  act: 'stop' | 'pause' | 'resume' | 'muteMe' | 'unmuteMe' | 'bookmark',
  { meeting, hearing, heardMs }: LiveMeeting,
): Promise<void> {
  const { id: meetingId } = meeting
  switch (act) {
    case 'stop':
      await link.call('meeting.stop', { meetingId })
      break
    case 'pause':
      await link.call('meeting.pause', { meetingId })
      break
    case 'resume':
      await link.call('meeting.resume', { meetingId })
      break
    case 'muteMe':
    case 'unmuteMe':
      await link.call('meeting.mute', { meetingId, muted: !hearing?.microphoneMuted })
      break
    case 'bookmark':
      await bookmark(link, meetingId)
      tell(bookmarked(meetingId, heardMs, texts))
  }
}

function bookmarked(meetingId: MeetingId, atMs: number, texts: Texts): Notice {
  const place = { kind: 'meeting', meetingId, atMs } as const
  const title = texts.notice.bookmarked(clockTime(atMs))
  return { key: 'bookmark', title, body: '', place, needed: false }
}

/** The sentence for the person; a bug has none of its own. */
export function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
