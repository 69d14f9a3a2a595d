import type { ErrorCode } from '#contract/errors.ts'
import { refiningEnd, refiningLine } from './follow-refining.ts'
import { type EngineEvent, noticeableStep, type StopReason } from '#contract/events.ts'
import type { Segment, TrackName } from '#contract/transcript.ts'
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
  'text_stopped',
  'language_mismatch',
  'disk_full',
  'data_read_only',
  'disk_gone',
  'disk_failing',
  'disk_slow',
  'disk_low',
])

/** What is being said on a track. */
interface Sentence {
  readonly track: TrackName
  /** What of it is committed. */
  readonly growing: Segment | null
  /** What follows and may change. */
  readonly unsettled: string
}

const quiet: LiveView = {
  heardMs: 0,
  readMs: 0,
  hearing: null,
  levels: [],
  saying: null,
  catchingUp: false,
  room: null,
  recognition: 'working',
}

/**
 * Prints a live meeting as it is spoken: committed text as lines, what changes in between as sentences, and on a
 * terminal one line below them that is drawn again and again: levels, and the sentence being spoken, which becomes a
 * line when it is closed.
 */
export function liveLines(terminal: Terminal, printText: boolean): (event: EngineEvent) => void {
  let view: LiveView = quiet
  let sentences: readonly Sentence[] = []
  let stopped = false
  const show = (change: Partial<LiveView>): void => {
    view = { ...view, ...change }
    if (terminal.watched) terminal.status(levelLine(view, terminal.columns - 1))
  }
  function speak(track: TrackName, change: Partial<Sentence>): void {
    sentences = withSentence(sentences, track, change)
    const last = sentences.at(-1)
    show({ saying: last ? spoken(last.track, textOf(last)) : null })
  }
  function print({ startMs, track, text }: Segment): void {
    if (printText) terminal.result(line(startMs, track, text))
  }
  const say = (sentence: string): void => terminal.say(`(${clockTime(view.heardMs)}) ${sentence}`)

  return (event) => {
    switch (event.type) {
      case 'segment.committed': {
        const { segment, open } = event
        if (!open) print(segment)
        return speak(segment.track, { growing: open ? segment : null })
      }
      case 'hypothesis.changed':
        return speak(event.track, { unsettled: event.hypothesis?.text ?? '' })
      case 'pace.changed':
        return show({ catchingUp: event.step >= noticeableStep })
      case 'recognition.changed':
        return show({ recognition: event.recognition.health.state })
      case 'meeting.progressed':
        return show({ heardMs: event.heardMs, readMs: event.readMs })
      case 'disk.measured':
        return show({ room: event.room })
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
        // Committed is committed, also where nobody came to close it.
        for (const { growing } of sentences) if (growing) print(growing)
        const why = whyStopped[event.reason]
        return why === null ? undefined : say(why)
      }
      default:
    }
  }
}

/** The sentences that are being said, the one that changed last behind the others. */
function withSentence(
  sentences: readonly Sentence[],
  track: TrackName,
  change: Partial<Sentence>,
): readonly Sentence[] {
  const before = sentences.find((sentence) => sentence.track === track)
  const now = { track, growing: null, unsettled: '', ...before, ...change }
  const others = sentences.filter((sentence) => sentence !== before)
  return textOf(now) === '' ? others : [...others, now]
}

function textOf({ growing, unsettled }: Sentence): string {
  return [growing?.text ?? '', unsettled].filter((text) => text !== '').join(' ')
}

function line(ms: number, track: TrackName, text: string): string {
  return `[${clockTime(ms)}] ${spoken(track, text)}`
}

function spoken(track: TrackName, text: string): string {
  const who = names[track]
  return who ? `${who}: ${text}` : text
}
