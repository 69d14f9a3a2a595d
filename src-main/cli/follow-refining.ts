import type { MeetingId } from '#contract/ids.ts'
import type { Refining } from '#contract/refining.ts'
import type { Engine } from './context.ts'
import { bar } from './progress.ts'

interface Following {
  /**
   * Resolves when the meeting is no longer being read again, at once where it is not. The signal of the next press of
   * Ctrl+C ends it; what was improved stays.
   */
  over(meetingId: MeetingId, nextPress: () => AbortSignal): Promise<void>
}

/** Watches how readings by a stronger pass stand, from now on. */
export function followRefining(engine: Pick<Engine, 'api' | 'subscribe'>): Following {
  const known = new Map<MeetingId, Refining>()
  const watching = new Set<() => void>()
  engine.subscribe((event) => {
    if (event.type !== 'refining.changed') return
    known.set(event.refining.meetingId, event.refining)
    for (const look of watching) look()
  })
  return {
    async over(meetingId, nextPress) {
      const isRunning = (): boolean => known.get(meetingId)?.state === 'running'
      if (!isRunning()) return
      const cancel = (): void => {
        // It may have ended just now.
        void engine.api['meeting.cancelRefining']({ meetingId }).catch(() => {})
      }
      const signal = nextPress()
      if (signal.aborted) cancel()
      signal.addEventListener('abort', cancel, { once: true })
      await new Promise<void>((resolve) => {
        const look = (): void => void (isRunning() || resolve())
        watching.add(look)
        look()
      })
      watching.clear()
      signal.removeEventListener('abort', cancel)
    },
  }
}

/** The status line of a reading that is under way; null for one that is over. */
export function refiningLine({ state, doneMs, totalMs }: Refining): string | null {
  if (state !== 'running') return null
  return `Improving the text  ${bar(doneMs, totalMs, 24)}  (Ctrl+C leaves it as it is)`
}

/** What became of it, for people; null where there is nothing to say. */
export function refiningEnd({ state }: Refining): string | null {
  switch (state) {
    case 'running':
    case 'done':
      return null
    case 'cancelled':
      return 'The text was not read again to its end. What was improved is kept.'
    case 'too_slow':
      return 'Reading the text again would take too long on this machine. What was improved is kept.'
    case 'failed':
      return 'The text could not be read again to its end. What was improved is kept.'
  }
}
