/** Four sentences, said over and over at the pace at which they were spoken, until the source is stopped. */
import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { comparedWords } from '#engine/language/word-distance.ts'
import type { Segment } from '#contract/transcript.ts'
import type { SourceEvent } from '#engine/audio/source.ts'
import { sample } from '../../src-main/testing/real-engine.ts'
import {
  quiet,
  type ScriptedSource,
  scriptedSource,
  spokenOn,
} from '../../src-main/testing/scripted-source.ts'

const pieceMs = 100

export interface SpokenLoop {
  readonly source: ScriptedSource
  /** Samples that were handed out by now. */
  given(): number
  /** Says all of the sentence being said, and no more. */
  end(): Promise<void>
  /** How many of the sentences that were said have no text. */
  missing(segments: readonly Segment[]): number
}

export async function spokenLoop(): Promise<SpokenLoop> {
  const spoken = piecesOf(await spokenOn('mix', sample('four-sentences.wav')))
  const round = [...spoken, ...piecesOf([quiet('mix', 0.5)])]
  const sentences = readFileSync(sample('four-sentences.txt'), 'utf8').match(/[^.?!]+[.?!]/g) ?? []
  const source = scriptedSource(['mix'])
  const over = Promise.withResolvers<void>()
  let ending = false
  let given = 0
  let rounds = 0

  async function play(): Promise<void> {
    const startedAtMs = performance.now()
    while (!ending) {
      for (const piece of round) {
        source.tell({ type: 'samples', track: 'mix', samples: piece, deviceMs: 0 })
        given += piece.length
        await wait(Math.max(0, startedAtMs + given / 16 - performance.now()))
      }
      rounds += 1
    }
    over.resolve()
  }
  void play()

  return {
    source,
    given: () => given,
    async end() {
      ending = true
      await over.promise
      source.stop()
    },
    missing(segments) {
      const roundMs = given / 16 / rounds
      const words = segments.flatMap((segment) => segment.words)
      return Array.from({ length: rounds }, (_, at) => {
        const from = at * roundMs
        const heard = words.filter(({ startMs }) => startMs >= from && startMs < from + roundMs)
        const known = new Set(comparedWords(heard.map(({ text }) => text).join(' ')))
        return sentences.filter((sentence) => !isIn(known, sentence)).length
      }).reduce((sum, count) => sum + count, 0)
    },
  }
}

/** Nobody hears every word; who heard most of a sentence has heard the sentence. */
function isIn(heard: ReadonlySet<string>, sentence: string): boolean {
  const words = comparedWords(sentence)
  return words.filter((word) => heard.has(word)).length >= words.length * 0.6
}

function piecesOf(events: readonly SourceEvent[]): Float32Array[] {
  const all = events.flatMap((event) => (event.type === 'samples' ? [event.samples] : []))
  const length = pieceMs * 16
  return all.flatMap((samples) =>
    Array.from({ length: Math.ceil(samples.length / length) }, (_, at) =>
      samples.subarray(at * length, (at + 1) * length),
    ),
  )
}
