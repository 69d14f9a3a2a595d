/** Reads a meeting for insights by rules and statistics. Page 16 of the decisions says which and why. */
import type { Segment } from '#contract/transcript.ts'
import { languageOf } from '#engine/language/language-of.ts'
import { type RuleLanguage, ruleLanguage } from '#engine/language/rule-language.ts'
import { wordsOf } from '#engine/language/words.ts'
import { findActions } from './find-actions.ts'
import { findDecisions } from './find-decisions.ts'
import { findKeywords } from './find-keywords.ts'
import { findQuestions } from './find-questions.ts'
import { findTopics } from './find-topics.ts'
import type { FindInsights } from './finding.ts'
import { namesIn, nameTeller } from './names.ts'
import { type Reading, readSentence } from './read-sentence.ts'
import type { ReadSentence } from './sentence-list.ts'
import { splitText, spokenSentences } from './spoken-sentences.ts'
import { findTone } from './tone.ts'

/** What is known of a text, by the text; what the last call did not need is forgotten. */
class Known<Value> {
  #before = new Map<string, Value>()
  #now = new Map<string, Value>()

  get(text: string, make: () => Value): Value {
    const value = this.#now.get(text) ?? this.#before.get(text) ?? make()
    this.#now.set(text, value)
    return value
  }

  turn(): void {
    this.#before = this.#now
    this.#now = new Map()
  }
}

/** One for each meeting: it remembers what it has read of it. */
export function createFindInsights(): FindInsights {
  const splits = new Known<readonly string[]>()
  const readings = new Known<Reading>()
  const mentions = new Known<readonly string[]>()
  const named = new Known<readonly string[]>()

  return ({ segments, language: hint, ...spoken }) => {
    const names = namesOf(segments, (text) => named.get(text, () => namesIn(text)))
    const isName = nameTeller(names)
    let last: RuleLanguage | null = null

    const split = (segment: Segment): readonly string[] =>
      splits.get(segment.text, () => splitText(segment.text))
    const sentences = spokenSentences(segments, split).map((sentence): ReadSentence => {
      const { text } = sentence
      const fallback = ruleLanguage(hint) ?? last ?? 'en'
      const mentioned = mentions
        .get(text, () => text.toLowerCase().match(/\p{L}{3,}/gu) ?? [])
        .filter((word) => names.has(word))
      const reading = readings.get(`${fallback} ${mentioned.join(' ')}\n${text}`, () => {
        const language = languageOf(wordsOf(text).map(({ plain }) => plain)) ?? fallback
        return readSentence(text, language, isName)
      })
      last = reading.language
      return { ...sentence, reading }
    })
    named.turn()
    mentions.turn()
    splits.turn()
    readings.turn()

    const decisions = findDecisions(sentences)
    const decided = new Set(decisions.map(({ at }) => at))
    const actions = findActions(sentences, { segments, language: hint, ...spoken }).filter(
      ({ at: [first], action }) => !decided.has(first ?? -1) || action.owner !== null,
    )
    const taken = new Set([...decided, ...actions.flatMap(({ at }) => at)])
    return [
      ...findKeywords(sentences),
      ...findTopics(sentences),
      ...actions.map(({ action }) => action),
      ...decisions.map(({ decision }) => decision),
      ...findQuestions(sentences, taken).map(({ question }) => question),
      ...findTone(sentences),
    ]
  }
}

/** Of those who speak, and who are spoken of. */
function namesOf(
  segments: readonly Segment[],
  namesInText: (text: string) => readonly string[],
): ReadonlySet<string> {
  const names = new Set<string>()
  for (const { speaker, text } of segments) {
    for (const name of speaker?.toLowerCase().split(' ') ?? []) names.add(name)
    for (const name of namesInText(text)) names.add(name)
  }
  return names
}
