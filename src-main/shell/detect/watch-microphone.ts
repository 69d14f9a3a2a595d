/** Looks every few seconds who uses the microphone, and asks whether to record. It never starts by itself. */
import type { Perform } from '../capture/perform.ts'
import type { Question } from '../notify/show-notices.ts'
import type { DesktopState } from '../state/desktop-state.ts'
import { recordingOf } from '../state/recording.ts'
import type { Texts } from '../texts/texts.ts'
import { detect, type MicrophoneUser, nobody } from './detection.ts'

export interface DetectParts {
  /** Who uses the microphone now, apart from us; null where this system does not tell. */
  readonly microphoneUsers: (() => Promise<readonly MicrophoneUser[]>) | null
  readonly nowMs: () => number
  readonly later: (work: () => void, delayMs: number) => () => void
  /** Programs for which nobody wants to be asked. */
  readonly neverAsk: { read(): readonly string[]; add(id: string): void }
}

interface Rules {
  readonly now: () => DesktopState
  readonly isDictating: () => boolean
  readonly ask: (user: MicrophoneUser) => void
}

/** The question, and what its answers do: record, nothing, and never ask about this program again. */
export function askAboutMeeting(
  { id, name }: MicrophoneUser,
  never: DetectParts['neverAsk'],
  { ask }: Texts,
  perform: Perform,
): Question {
  return {
    title: ask.detected(name),
    body: ask.detectedMore,
    answers: [ask.yes, ask.notNow, ask.never(name)],
    onAnswer(index) {
      if (index === 0) void perform('record')
      if (index === 2) never.add(id)
    },
  }
}

const betweenMs = 2_500

/** Call the answer to stop it. */
export function watchMicrophone(parts: DetectParts, rules: Rules): () => void {
  const { microphoneUsers, later } = parts
  if (microphoneUsers === null) return () => {}
  let detection = nobody
  let cancel = later(look, betweenMs)
  let isOver = false

  function look(): void {
    const { settings, engine } = rules.now()
    if (!settings.detectMeetings) detection = nobody
    // Without an engine nothing could be recorded; whoever is there then is asked about when it is back.
    if (!settings.detectMeetings || engine === 'away') {
      cancel = later(look, betweenMs)
      return
    }
    void microphoneUsers?.()
      // Whoever cannot be asked now may answer the next time.
      .catch(() => [])
      .then((users) => {
        if (isOver) return
        const state = rules.now()
        const isBusy = recordingOf(state) !== null || rules.isDictating() || state.engine === 'away'
        const never = new Set(parts.neverAsk.read())
        const [next, found] = detect(detection, { users, nowMs: parts.nowMs(), isBusy, never })
        detection = next
        if (found) rules.ask(found)
        cancel = later(look, betweenMs)
      })
  }

  return () => {
    isOver = true
    cancel()
  }
}
