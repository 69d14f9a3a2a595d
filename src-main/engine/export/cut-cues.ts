/**
 * Cuts a transcript into subtitle cues that can be read: at most two lines, at most seven seconds,
 * ended where a sentence or a pause ends when there is a choice. Cues of one track never overlap;
 * cues of two tracks do where both speak.
 */
import type { Transcript } from '#contract/meeting.ts'
import type { TrackName } from '#contract/transcript.ts'
import { type Piece, speechPieces } from './speech-pieces.ts'
import { type Voices, voiceOf } from './voice-of.ts'
import { wordsIn } from './words.ts'

/** One subtitle: who speaks, or null where there is only one voice, and one or two lines. */
export interface Cue {
  readonly track: TrackName
  readonly voice: string | null
  readonly startMs: number
  readonly endMs: number
  readonly lines: readonly string[]
}

export const lineLength = 42
const maxLines = 2
const longestMs = 7000
const shortestMs = 1000
/** Nobody speaks for this long: the next words are a new cue. */
const pauseMs = 1500

/** In the order in which they appear. */
export function cutCues(transcript: Transcript, voices: Voices = wordsIn.en): Cue[] {
  const tracks = Map.groupBy(transcript.segments, (segment) => segment.track)
  return [...tracks.values()]
    .flatMap((segments) =>
      spaceOut(
        segments
          .flatMap((segment) => {
            const voice = voiceOf(segment, voices)
            return cutPieces(speechPieces(segment, lineLength)).map((pieces) =>
              toCue(pieces, { track: segment.track, voice }),
            )
          })
          .toSorted((a, b) => a.startMs - b.startMs),
      ),
    )
    .toSorted((a, b) => a.startMs - b.startMs)
}

/** Groups of pieces, each of which is one cue. */
function cutPieces(pieces: readonly Piece[]): Piece[][] {
  const groups: Piece[][] = []
  let group: Piece[] = []
  for (const piece of pieces) {
    const last = group.at(-1)
    if (last && piece.startMs - last.endMs >= pauseMs) {
      groups.push(group)
      group = []
    }
    while (group.length > 0 && !fits([...group, piece])) {
      const cut = bestCut(group)
      groups.push(group.slice(0, cut))
      group = group.slice(cut)
    }
    group.push(piece)
  }
  return group.length > 0 ? [...groups, group] : groups
}

function fits(pieces: readonly Piece[]): boolean {
  const [first, last] = [pieces[0], pieces.at(-1)]
  if (!first || !last) return true
  return last.endMs - first.startMs <= longestMs && breakLines(pieces).length <= maxLines
}

/** How many pieces the cue keeps: up to the last sentence end in its second half, or clause end, or all. */
function bestCut(pieces: readonly Piece[]): number {
  const half = pieces.length / 2
  for (const mark of [/[.?!…。？！]["'”’»)]*$/u, /[,;:，、；：]["'”’»)]*$/u]) {
    const at = pieces.findLastIndex(({ text }, index) => index + 1 >= half && mark.test(text))
    if (at >= 0) return at + 1
  }
  return pieces.length
}

function breakLines(pieces: readonly Piece[]): string[] {
  const lines: string[] = []
  let line = ''
  for (const { text, spaced } of pieces) {
    const longer = line === '' ? text : `${line}${spaced ? ' ' : ''}${text}`
    if (longer.length <= lineLength) {
      line = longer
      continue
    }
    if (line !== '') lines.push(line)
    line = text
  }
  return line === '' ? lines : [...lines, line]
}

function toCue(pieces: readonly Piece[], who: Pick<Cue, 'track' | 'voice'>): Cue {
  const startMs = pieces[0]?.startMs ?? 0
  const endMs = pieces.at(-1)?.endMs ?? startMs
  return { ...who, startMs, endMs, lines: breakLines(pieces) }
}

/**
 * Gives every cue of a track its time on the screen. A cue that ends too soon stays, until the next
 * one comes; one that would come before the shortest time has passed waits.
 */
function spaceOut(cues: readonly Cue[]): Cue[] {
  const spaced: Cue[] = []
  let freeMs = 0
  for (const [index, cue] of cues.entries()) {
    const startMs = Math.max(cue.startMs, freeMs)
    const nextMs = cues[index + 1]?.startMs ?? Infinity
    const wantedMs = Math.min(Math.max(cue.endMs, startMs + shortestMs), startMs + longestMs)
    const endMs = Math.max(Math.min(wantedMs, nextMs), Math.min(startMs + shortestMs, wantedMs))
    spaced.push({ ...cue, startMs, endMs })
    freeMs = endMs
  }
  return spaced
}
