/** What the rules know of one sentence by itself. */
import { isStopWord } from '#engine/language/stop-words.ts'
import type { RuleLanguage } from '#engine/language/rule-language.ts'
import { spokenDate } from '#engine/language/spoken-dates.ts'
import { stemOf } from '#engine/language/stems.ts'
import type { Asks, EndMark, Rules, Task } from './act.ts'
import { englishRules } from './english/english-rules.ts'
import { italianRules } from './italian/italian-rules.ts'
import { type Phrase, phrasesOf } from './keyword-phrases.ts'
import { type Line, lineOf, type NameTeller } from './line.ts'
import { sentenceTone, type Tones } from './sentence-tone.ts'

export interface Reading {
  readonly language: RuleLanguage
  readonly line: Line
  readonly task: Task | null
  readonly decides: boolean
  readonly proposes: boolean
  readonly asks: Asks | null
  readonly agrees: boolean
  readonly volunteers: boolean
  readonly ignorant: boolean
  /** Stems of the words that carry it. */
  readonly stems: ReadonlySet<string>
  readonly phrases: readonly Phrase[]
  readonly tones: Tones
}

export const rulesOf: Readonly<Record<RuleLanguage, Rules>> = { en: englishRules, it: italianRules }
/** Recognition writes no sentence of this length; what is longer is no talk, and would take patterns long to read. */
const longestWords = 120

export function readSentence(text: string, language: RuleLanguage, isName: NameTeller): Reading {
  const line = lineOf(text, isName)
  const rules = rulesOf[language]
  const marked = /\?["'”’)\]]*$/u.test(text)
  const mark: EndMark = marked ? 'question' : /[.!…]["'”’)\]]*$/u.test(text) ? 'statement' : 'none'
  const long = line.words.length > longestWords
  const timed = spokenDate(text, language, { atMs: 0, offsetMinutes: 0 }) !== null
  const task = long ? null : rules.task(line.text, marked, timed)
  const asks = long ? null : rules.asks(line.text, mark)
  return {
    language,
    line,
    task,
    decides: !long && rules.decides(line.text, marked),
    proposes: !long && rules.proposes(line.text),
    asks,
    agrees: rules.agrees(line.text),
    volunteers: !long && rules.volunteers(line.text),
    ignorant: !long && rules.ignorant(line.text),
    stems: new Set(
      line.words
        .filter(({ plain }) => plain.length > 2 && !isStopWord(plain, language))
        .map(({ plain }) => stemOf(plain, language)),
    ),
    phrases: phrasesOf(line.words, text, language),
    tones: sentenceTone(line.words, language),
  }
}
