/** Things to do, with who does them and when, from sentences and what is said to them. */
import { spokenDate } from '#engine/language/spoken-dates.ts'
import type { Doer } from './act.ts'
import type { Finding, Spoken } from './finding.ts'
import { saidBetween } from './line.ts'
import { mayBeOthers, type ReadSentence, speakerOf } from './sentence-list.ts'

type Action = Extract<Finding, { kind: 'action' }>

/** Who is asked answers within so many sentences. */
const answerWithin = 3

/** With the index of the sentence that each rests on. */
export interface ActionAt {
  readonly at: number
  readonly action: Action
}

export function findActions(sentences: readonly ReadSentence[], spoken: Spoken): ActionAt[] {
  return sentences.flatMap((sentence, at) => {
    const { task } = sentence.reading
    if (!task) return []
    const taker = takerAfter(sentences, at, task.doer)
    if (task.doer.who === 'volunteer' && !taker) return []
    const text = saidBetween(sentence.reading.line, task.from, task.to)
    if (text === '') return []
    const citations = taker ? [...sentence.citations, ...taker.citations] : sentence.citations
    return [
      {
        at,
        action: {
          kind: 'action' as const,
          text: capitalised(text).slice(0, 1000),
          owner: ownerOf(sentence, task.doer, taker),
          due: dueOf(sentence, spoken),
          done: false,
          citations: [...citations],
        },
      },
    ]
  })
}

/** Who says yes to what is asked of nobody by name. */
function takerAfter(
  sentences: readonly ReadSentence[],
  at: number,
  { who }: Doer,
): ReadSentence | null {
  const asked = sentences[at]
  if (!asked || (who !== 'volunteer' && who !== 'listener' && who !== 'nobody')) return null
  for (const next of sentences.slice(at + 1, at + 1 + answerWithin)) {
    if (!mayBeOthers(asked, next)) continue
    if (next.reading.volunteers && next.reading.task === null) return next
    if (who === 'listener' && next.reading.agrees && next.reading.task === null) return next
    if (next.reading.asks !== null) return null
  }
  return null
}

function ownerOf(sentence: ReadSentence, doer: Doer, taker: ReadSentence | null): string | null {
  switch (doer.who) {
    case 'speaker':
      return speakerOf(sentence)
    case 'named': {
      const { line } = sentence.reading
      const place = line.places.find(({ at }) => at >= doer.at)
      return place ? capitalised(line.source.slice(place.start, place.end)) : null
    }
    case 'listener':
    case 'nobody':
    case 'volunteer':
      return taker ? speakerOf(taker) : null
  }
}

function dueOf(sentence: ReadSentence, { startedAtMs, offsetMinutes }: Spoken): Action['due'] {
  const { language, line, task } = sentence.reading
  const from = line.places.find(({ at }) => at >= (task?.from ?? 0))?.start ?? 0
  const moment = { atMs: startedAtMs + sentence.startMs, offsetMinutes }
  const found =
    spokenDate(line.source, language, moment, from) ?? spokenDate(line.source, language, moment)
  return found && { text: found.text, date: found.date }
}

function capitalised(text: string): string {
  return text.replace(/^\p{Ll}/u, (first) => first.toUpperCase())
}
