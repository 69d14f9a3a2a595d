import { AppError } from '#contract/errors.ts'
import type { MeetingId } from '#contract/ids.ts'
import type { Engine } from './context.ts'
import { readKeys } from './keys.ts'
import type { Terminal } from './terminal.ts'

interface Steered {
  readonly meetingId: MeetingId
  readonly isFile: boolean
  readonly stop: () => void
}

/** Lets whoever sits at the terminal pause, mute and stop a live meeting with single keys; says so once. */
export function steerByKeys(
  engine: Engine,
  { meetingId, isFile, stop }: Steered,
  terminal: Terminal,
): Disposable | null {
  if (!terminal.watched) return null
  const attempt = (work: () => Promise<unknown>): void => {
    work().catch((error: unknown) => {
      if (!(error instanceof AppError)) throw error
      terminal.say(error.message)
    })
  }
  const hearing = () => engine.api['meeting.hearing']({ meetingId })
  async function pauseOrResume(): Promise<void> {
    const isPaused = (await hearing())?.paused ?? false
    await engine.api[isPaused ? 'meeting.resume' : 'meeting.pause']({ meetingId })
  }
  async function mute(): Promise<void> {
    const isMuted = (await hearing())?.microphoneMuted ?? false
    await engine.api['meeting.mute']({ meetingId, muted: !isMuted })
  }
  const keys = readKeys((key) => {
    if (key === 'p') attempt(pauseOrResume)
    if (key === 'm') attempt(mute)
    if (key === 'q') stop()
  })
  if (keys)
    terminal.say(isFile ? 'Keys: q stops.' : 'Keys: p pauses, m mutes the microphone, q stops.')
  return keys
}
