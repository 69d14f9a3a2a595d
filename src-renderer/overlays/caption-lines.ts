import type { TrackName } from '#contract/transcript.ts'
import type { OverlayState } from './overlay-state.ts'

/** What one side said last: settled words, and behind them what may still change. */
export interface CaptionLine {
  readonly key: string
  readonly track: TrackName
  readonly speaker: string | null
  readonly settled: string
  readonly unsettled: string
}

const mostLines = 3
/** More would only be pushed out of the window again. */
const longestLine = 280

/** The last lines, the newest at the end. What one side says in a row is one line. */
export function captionLines({
  segments,
  hypotheses,
}: Pick<OverlayState, 'segments' | 'hypotheses'>): readonly CaptionLine[] {
  const lines: CaptionLine[] = []
  for (const { id, track, speaker, text } of segments) {
    const last = lines.at(-1)
    if (last?.track === track && last.speaker === speaker)
      lines[lines.length - 1] = { ...last, settled: `${last.settled} ${text.trim()}` }
    else lines.push({ key: id, track, speaker, settled: text.trim(), unsettled: '' })
  }
  const guesses = Object.values(hypotheses).toSorted((a, b) => a.startMs - b.startMs)
  for (const { track, text } of guesses) {
    const at = lines.findLastIndex((line) => line.track === track)
    const known = lines[at]
    // A guess belongs to what its side said last, unless the other side has spoken since.
    if (known && at === lines.length - 1) lines[at] = { ...known, unsettled: text.trim() }
    else
      lines.push({
        key: `guess ${track}`,
        track,
        speaker: null,
        settled: '',
        unsettled: text.trim(),
      })
  }
  return lines.slice(-mostLines).map((line) => ({ ...line, settled: ending(line.settled) }))
}

/** The end of a text, from the beginning of a word on. */
function ending(text: string): string {
  if (text.length <= longestLine) return text
  return `… ${text.slice(-longestLine).replace(/^\S*\s+/, '')}`
}
