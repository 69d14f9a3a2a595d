import { AppError } from '#contract/errors.ts'
import type { EngineEvent } from '#contract/events.ts'
import type { MeetingId } from '#contract/ids.ts'
import type { Engine } from './context.ts'
import { type KeyInput, readKeys } from './keys.ts'
import type { Terminal } from './terminal.ts'

interface Steered {
  readonly meetingId: MeetingId
  readonly isFile: boolean
  readonly stop: () => void
}

/**
 * Lets whoever sits at the terminal pause, mute and stop a live meeting with single keys, and keep it going when
 * silence is about to end it; says so when it can be done.
 */
export function steerByKeys(
  engine: Pick<Engine, 'api' | 'subscribe'>,
  { meetingId, isFile, stop }: Steered,
  terminal: Pick<Terminal, 'watched' | 'say'>,
  input: KeyInput = process.stdin,
): Disposable | null {
  if (!terminal.watched) return null
  let endsSoon = false
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
    if (key === 'k' && endsSoon) attempt(() => engine.api['meeting.keep']({ meetingId }))
    if (key === 'q') stop()
  }, input)
  if (!keys) return null
  const unsubscribe = engine.subscribe((event: EngineEvent) => {
    if (event.type !== 'hearing.changed' || event.hearing.meetingId !== meetingId) return
    const before = endsSoon
    endsSoon = event.hearing.silenceEndsInMs !== null
    if (endsSoon && !before) terminal.say('Key: k keeps recording.')
  })
  terminal.say(isFile ? 'Keys: q stops.' : 'Keys: p pauses, m mutes the microphone, q stops.')
  return {
    [Symbol.dispose]() {
      unsubscribe()
      keys[Symbol.dispose]()
    },
  }
}
