/** What whisper.cpp's `stream` writes on a terminal, as what a reader saw of it. */
import { MeetingId, SegmentId } from '#contract/ids.ts'
import type { Word } from '#contract/transcript.ts'
import type { HeardEvent } from './replay/replay.ts'

export interface RivalLines {
  /** Takes what was written at this moment. */
  write(text: string, atMs: number): void
  /** It was ended: what stands on the last line stays there. */
  end(): HeardEvent[]
}

/** Clears the line and goes back to its beginning. */
const clearLine = '\u001B[2K\r'
const greeting = '[Start speaking]'
const meetingId = MeetingId.parse('00000000-0000-4000-8000-000000000001')

/** A line that is begun anew takes back what stood there; a line that ends stays. */
export function rivalLines(): RivalLines {
  const events: HeardEvent[] = []
  let line = ''
  let lineFromMs = 0
  let lastMs = 0

  function commit(atMs: number): void {
    const text = line.trim()
    line = ''
    if (text === '' || text === greeting) return
    show(atMs, '')
    const words = spread(text.split(/\s+/), lineFromMs, atMs)
    lineFromMs = atMs
    const id = SegmentId.parse(crypto.randomUUID())
    const times = { startMs: words[0]?.startMs ?? 0, endMs: Math.round(atMs) }
    const segment = { id, track: 'mix', speaker: null, ...times, text, words } as const
    const event = { type: 'segment.committed', meetingId, open: false } as const
    events.push({ atMs, event: { ...event, segment: { ...segment, status: 'committed' } } })
  }

  function show(atMs: number, text: string): void {
    const times = { startMs: Math.round(lineFromMs), endMs: Math.round(atMs) }
    const hypothesis = text === '' ? null : { track: 'mix' as const, ...times, text }
    const event = { type: 'hypothesis.changed', meetingId, track: 'mix', hypothesis } as const
    events.push({ atMs, event })
  }

  return {
    write(text, atMs) {
      lastMs = atMs
      for (const [n, part] of text.split('\n').entries()) {
        if (n > 0) commit(atMs)
        const cleared = part.split(clearLine)
        line = cleared.length > 1 ? (cleared.at(-1) ?? '') : line + part
      }
      if (line.trim() !== '') show(atMs, line.trim())
    },
    end() {
      commit(lastMs)
      return events
    },
  }
}

/** It tells no times: the words of a line are laid evenly over the time in which it was written. */
function spread(texts: readonly string[], fromMs: number, toMs: number): Word[] {
  const each = (toMs - fromMs) / texts.length
  return texts.map((text, n) => ({
    text,
    startMs: Math.max(0, Math.round(fromMs + n * each)),
    endMs: Math.max(0, Math.round(fromMs + (n + 1) * each)),
    confidence: 1,
  }))
}
