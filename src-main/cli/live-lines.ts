import type { ErrorCode } from '#contract/errors.ts'
import type { EngineEvent, StopReason } from '#contract/events.ts'
import type { TrackName } from '#contract/transcript.ts'
import { refiningEnd, refiningLine } from './follow-refining.ts'
import { hearingLines } from './hearing-lines.ts'
import { levelLine, type LiveView } from './level-line.ts'
import { clockTime } from './progress.ts'
import type { Terminal } from './terminal.ts'

const names: Record<TrackName, string> = { me: 'me', them: 'them', mix: '' }

/** Nobody has to be told what they asked for, nor that a file has an end. */
const whyStopped: Record<StopReason, string | null> = {
  asked: null,
  ended: null,
  silence: 'Stopped by itself: nobody has spoken for as long as was chosen.',
  failed: 'Ended with a problem. What was heard is kept.',
}

/** Told as they are: they are news, good or bad, of a meeting that goes on. */
const news: ReadonlySet<ErrorCode> = new Set([
  'device_missing',
  'device_unknown',
  'device_busy',
  'device_denied',
  'device_lost',
  'device_deaf',
  'elsewhere_playing',
  'silence_ends_soon',
])

/**
 * Prints a live meeting as it is spoken: committed text as lines, what changes in between as sentences, and on a
 * terminal one line below them that is drawn again and again: levels, and text that may still change.
 */
export function liveLines(terminal: Terminal, printText: boolean): (event: EngineEvent) => void {
  let view: LiveView = { heardMs: 0, readMs: 0, hearing: null, levels: [], saying: null }
  let stopped = false
  const show = (change: Partial<LiveView>): void => {
    view = { ...view, ...change }
    if (terminal.watched) terminal.status(levelLine(view, terminal.columns - 1))
  }
  const say = (sentence: string): void => terminal.say(`(${clockTime(view.heardMs)}) ${sentence}`)

  return (event) => {
    switch (event.type) {
      case 'segment.committed': {
        const { startMs, track, text } = event.segment
        if (printText && !event.open) terminal.result(line(startMs, track, text))
        return
      }
      case 'hypothesis.changed': {
        const { hypothesis, track } = event
        return show({ saying: hypothesis && spoken(track, hypothesis.text) })
      }
      case 'meeting.progressed':
        return show({ heardMs: event.heardMs, readMs: event.readMs })
      case 'levels.measured':
        return show({ levels: event.levels })
      case 'hearing.changed':
        for (const sentence of hearingLines(view.hearing, event.hearing)) say(sentence)
        return show({ hearing: event.hearing })
      case 'meeting.warned':
        if (news.has(event.code)) return say(event.message)
        return terminal.say(`Warning: ${event.message}`)
      case 'refining.changed': {
        if (!stopped) return
        terminal.status(refiningLine(event.refining))
        const end = refiningEnd(event.refining)
        return end === null ? undefined : terminal.say(end)
      }
      case 'meeting.stopped': {
        stopped = true
        terminal.status(null)
        const why = whyStopped[event.reason]
        return why === null ? undefined : say(why)
      }
      default:
    }
  }
}

function line(ms: number, track: TrackName, text: string): string {
  return `[${clockTime(ms)}] ${spoken(track, text)}`
}

function spoken(track: TrackName, text: string): string {
  const who = names[track]
  return who ? `${who}: ${text}` : text
}
