/** Things to do, with who does them and when, from sentences and what is said to them. */
import type { Citation } from '#contract/citation.ts'
import { spokenDate } from '#engine/language/spoken-dates.ts'
import type { Doer, Task } from './act.ts'
import type { Finding, Spoken } from './finding.ts'
import { saidBetween } from './line.ts'
import { withoutEnding } from './names.ts'
import { mayBeOthers, type ReadSentence, speakerOf } from './sentence-list.ts'

type Action = Extract<Finding, { kind: 'action' }>

/** Who is asked answers within so many sentences, and who goes on about a task does so in the next. */
const answerWithin = 3

/** With the indexes of the sentences that it rests on. */
export interface ActionAt {
  readonly at: readonly number[]
  readonly action: Action
}

export function findActions(sentences: readonly ReadSentence[], spoken: Spoken): ActionAt[] {
  const found: ActionAt[] = []
  const spent = new Set<number>()
  for (const [at, sentence] of sentences.entries()) {
    const { task } = sentence.reading
    if (!task || spent.has(at)) continue
    const taker = takerAfter(sentences, at, task)
    if (task.doer.who === 'volunteer' && taker === null) continue
    const text = saidBetween(sentence.reading.line, task.from, task.to)
    if (text === '') continue
    const more = [...(taker === null ? [] : [taker]), ...goingOn(sentences, at, task)]
    for (const other of more) spent.add(other)
    const parts = [sentence, ...more.flatMap((other) => sentences[other] ?? [])]
    const takes = taker === null ? null : (sentences[taker] ?? null)
    found.push({
      at: [at, ...more],
      action: {
        kind: 'action',
        text: capitalised(text).slice(0, 1000),
        owner: ownerOf(sentence, task.doer, takes),
        due: parts.reduce<Action['due']>((due, part) => due ?? dueOf(part, spoken), null),
        done: false,
        citations: unique(parts.flatMap(({ citations }) => citations)),
      },
    })
  }
  return found
}

/** Who says yes to what is asked. */
function takerAfter(sentences: readonly ReadSentence[], at: number, task: Task): number | null {
  const asked = sentences[at]
  const { who } = task.doer
  if (!asked || who === 'speaker') return null
  for (let next = at + 1; next <= at + answerWithin; next++) {
    const sentence = sentences[next]
    if (!sentence) return null
    if (!mayBeOthers(asked, sentence)) continue
    const { reading } = sentence
    const own = reading.task
    // "I'll send it tomorrow" answers a request; "I'll call the bank" is another matter.
    if (own && own.doer.who !== 'speaker') return null
    if (own && !own.pronoun && !sharesTask(asked, sentence)) return null
    if (own || reading.volunteers) return next
    if (who === 'listener' && reading.agrees) return next
    if (reading.asks !== null) return null
  }
  return null
}

/** The next sentence of who speaks, where it says the same task once more: "I'll do it on Friday". */
function goingOn(sentences: readonly ReadSentence[], at: number, { doer }: Task): number[] {
  const [said, next] = [sentences[at], sentences[at + 1]]
  if (!said || !next || doer.who !== 'speaker' || next.track !== said.track) return []
  if (next.speaker !== said.speaker) return []
  const { task, volunteers, line } = next.reading
  const again = task
    ? task.pronoun && task.doer.who === 'speaker'
    : volunteers && line.words.length < 10
  return again ? [at + 1] : []
}

function sharesTask(a: ReadSentence, b: ReadSentence): boolean {
  const [ours, theirs] = [a.reading.stems, b.reading.stems]
  const shared = ours.intersection(theirs).size
  return shared > 0 && shared * 2 >= Math.min(ours.size, theirs.size)
}

function ownerOf(sentence: ReadSentence, doer: Doer, taker: ReadSentence | null): string | null {
  switch (doer.who) {
    case 'speaker':
      return speakerOf(sentence)
    case 'named': {
      const { line } = sentence.reading
      const place = line.places.find(({ at }) => at >= doer.at)
      return place ? capitalised(withoutEnding(line.source.slice(place.start, place.end))) : null
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

function unique(citations: readonly Citation[]): Citation[] {
  return [...new Map(citations.map((each) => [each.segmentId, each])).values()]
}

function capitalised(text: string): string {
  return text.replace(/^\p{Ll}/u, (first) => first.toUpperCase())
}
