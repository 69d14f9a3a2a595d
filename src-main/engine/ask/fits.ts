/** Whether a text can be the kind of answer that is wanted. */
import { datesIn } from '../evidence/calendar-words.ts'
import { namesIn } from '../evidence/names.ts'
import { numbersIn } from '../evidence/numbers.ts'
import type { Question } from './read-question.ts'
import { kindMarks, type Wanted } from './question-words.ts'

interface Said {
  readonly text: string
  readonly speaker: string | null
}

/** Times of which a calendar knows no name. */
const time =
  /\b(today|tomorrow|tonight|yesterday|morning|afternoon|evening|week(?:end)?s?|months?|quarter|years?|o'clock|noon|oggi|domani|dopodomani|ieri|stasera|mattina|pomeriggio|sera|settiman[ae]|mes[ei]|trimestre|ann[oi]|ore|mezzogiorno|q[1-4]|\d{1,2}[:.]\d{2})\b/iu
/** Who speaks of themselves says who. */
const oneself = /\b(i|i'll|i'm|we|we'll|io|noi|me|my|mi)\b|\p{L}(?:erò|irò|arò|eremo|iremo)\b/iu

export function fitsWanted(wanted: Wanted | null, { text, speaker }: Said): boolean {
  switch (wanted) {
    case 'date':
      return time.test(text) || datesIn(text, 'claim').length > 0
    case 'number':
      return numbersIn(text, 'claim').length > 0
    case 'person':
      return speaker !== null || oneself.test(text) || namesIn(text).length > 0
    case null:
      return true
  }
}

/** Whether something was undertaken or settled in these words. */
export function fitsKind(kind: Question['kind'], { text }: Said): boolean {
  return kind === null || kindMarks[kind].test(text)
}
