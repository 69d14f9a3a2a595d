/** Times as people say them. The only file that knows who reads them. */
import * as en from 'chrono-node/en'
import * as it from 'chrono-node/it'
import { plainLetters } from './plain-letters.ts'
import type { RuleLanguage } from './rule-language.ts'

const readers = { en, it } as const

export interface SpokenDate {
  /** As it was said, with the word before it: `by Friday`. */
  readonly text: string
  readonly start: number
  readonly end: number
  /** The day that is meant, as `2026-03-06`; null where no single day is, as with `next week`. */
  readonly date: string | null
}

/** When something was said: milliseconds since 1970, and how far the clock of who said it is from UTC. */
export interface Moment {
  readonly atMs: number
  readonly offsetMinutes: number
}

interface Rule {
  readonly pattern: RegExp
  readonly day: (today: Date, match: RegExpExecArray) => Date | null
}

const dayMs = 86_400_000
const edge = String.raw`(?![\p{L}\p{N}])`
const before = String.raw`(?<![\p{L}\p{N}])`
const after = (today: Date, days: number): Date => new Date(today.getTime() + days * dayMs)
const weekday = (today: Date, day: number): Date => after(today, (day - today.getUTCDay() + 7) % 7)
const monthEnd = (today: Date, months = 0): Date =>
  new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + 1 + months, 0))
const rule = (pattern: string, day: Rule['day']): Rule => ({
  pattern: new RegExp(`${before}(?:${pattern})${edge}`, 'u'),
  day,
})
const friday = 5

/** What chrono does not read as it is meant in a meeting, before it is asked. */
const rules: Readonly<Record<RuleLanguage, readonly Rule[]>> = {
  en: [
    rule(`(?:the )?end of (?:the |this )?week`, (today) => weekday(today, friday)),
    rule(`(?:the )?end of (?:the |this )?month`, (today) => monthEnd(today)),
    rule(`(?:the )?end of next month`, (today) => monthEnd(today, 1)),
    rule(`(?:the )?end of next week`, (today) => after(weekday(today, friday), 7)),
    rule(
      `(?:the )?end of (?:the |this )?(?:day|today)|end of business|eod|tonight|today|this (?:morning|afternoon|evening)`,
      (today) => today,
    ),
    rule(
      `(?:some ?time |early |late )?(?:next|this) (?:week|month|quarter|year)|(?:the )?end of (?:the )?(?:quarter|year)|soon`,
      () => null,
    ),
    rule(
      `the (\\d{1,2})(?:st|nd|rd|th)(?! (?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))`,
      (today, match) => dayOfMonth(today, Number(match[1])),
    ),
  ],
  it: [
    rule(`(?:la )?fine (?:della |di questa )?settimana`, (today) => weekday(today, friday)),
    rule(`(?:la )?fine (?:del |di questo )?mese`, (today) => monthEnd(today)),
    rule(`(?:la )?fine (?:del mese prossimo|del prossimo mese)`, (today) => monthEnd(today, 1)),
    rule(
      `(?:oggi|stasera|stamattina|questo pomeriggio|in giornata|fine giornata|questa sera)(?: pomeriggio)?`,
      (today) => today,
    ),
    rule(`dopodomani`, (today) => after(today, 2)),
    rule(`domani(?: mattina| pomeriggio| sera)?`, (today) => after(today, 1)),
    rule(
      `(?:la (?:prossima settimana|settimana prossima)|settimana prossima|il (?:prossimo mese|mese prossimo)|questa settimana|questo mese|fine anno|presto)`,
      () => null,
    ),
    rule(
      `(?:il )?(primo|1º|1°)(?= (?:gen|feb|mar|apr|mag|giu|lug|ago|set|ott|nov|dic))(?: (\\p{L}+))`,
      (today, match) => dayOfItalianMonth(today, 1, match[2] ?? ''),
    ),
    rule(
      `(?:il |l'|all')(\\d{1,2}|primo)(?! (?:gen|feb|mar|apr|mag|giu|lug|ago|set|ott|nov|dic|\\d|per ))(?= |$|[.,!?])`,
      (today, match) => dayOfMonth(today, match[1] === 'primo' ? 1 : Number(match[1])),
    ),
  ],
}
const italianMonths = 'gen feb mar apr mag giu lug ago set ott nov dic'.split(' ')
const leadIn = {
  en: /(?:by|before|on|until|within|due|for|from|at|no later than|not later than)\s+(?:the\s+)?$/u,
  it: /(?:entro(?: e non oltre)?|prima di|per|di|da|entro la|entro il|il|la|al|alla)\s+$/u,
}
/** Words that chrono takes for times and people seldom mean so; `the money` is no Monday. */
const noTime =
  /^(?:now|sat|sun|mar|may|march|second|the second|ora|adesso|sab|dom|mer|set|ott|gio|ven|lun|sec|the past|the (?:mon|tue|wed|thu|fri|sat|sun)(?!(?:day|sday|nesday|rsday|urday|s)?$)\p{L}+|this|at the moment|\d+)$/u

/** The first time in a text, or the first from a place on; null where there is none. Days lie ahead of the moment. */
export function spokenDate(
  text: string,
  language: RuleLanguage,
  moment: Moment,
  from = 0,
): SpokenDate | null {
  const plain = plainLetters(text)
  const found = [
    ...byRules(plain, language, moment, from),
    ...byChrono(plain, language, moment, from),
  ]
  const first = found.toSorted((a, b) => a.start - b.start || b.end - a.end)[0]
  if (!first) return null
  const lead = leadIn[language].exec(plain.slice(from, first.start))?.[0].length ?? 0
  const start = first.start - lead
  return { ...first, start, text: text.slice(start, first.end) }
}

type Bare = Omit<SpokenDate, 'text'>

function byRules(plain: string, language: RuleLanguage, moment: Moment, from: number): Bare[] {
  const local = new Date(moment.atMs + moment.offsetMinutes * 60_000)
  const today = new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate()))
  return rules[language].flatMap(({ pattern, day }) => {
    const match = pattern.exec(plain.slice(from))
    if (!match) return []
    const start = from + match.index
    const date = day(today, match)
    return [{ start, end: start + match[0].length, date: date?.toISOString().slice(0, 10) ?? null }]
  })
}

function byChrono(plain: string, language: RuleLanguage, moment: Moment, from: number): Bare[] {
  if (!mayHoldDate[language].test(plain.slice(from))) return []
  const results = readers[language].parse(
    plain,
    { instant: new Date(moment.atMs), timezone: moment.offsetMinutes },
    { forwardDate: true },
  )
  return results.flatMap(({ index, text: found, start }) => {
    const text = found.replace(/[\s.,;:!?]+$/u, '')
    if (index < from || noTime.test(text)) return []
    const [year, month, day] = [start.get('year'), start.get('month'), start.get('day')]
    if (year === null || month === null || day === null) return []
    const single = start.isCertain('day') || start.isCertain('weekday')
    const date = new Date(Date.UTC(year, month - 1, day))
    const known = single && !Number.isNaN(date.getTime()) && year > 1970 && year < 3000
    return [
      {
        start: index,
        end: index + text.length,
        date: known ? date.toISOString().slice(0, 10) : null,
      },
    ]
  })
}

/** Reading a text for times costs more than all else, so it is only done where a word hints at one. */
const mayHoldDate = {
  en: /day|week|month|year|quarter|noon|night|morning|evening|tomorrow|hour|minute|\d|(?:jan|febr)uary|march|april|\bmay\b|june|july|august|tember|october|vember|december/u,
  it: /lun|mart|merc|giov|vener|sabato|domenica|domani|settiman|mes[ei]|ann[oi]|giorn|or[ae]\b|minut|\d|gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre/u,
}

/** The coming day of that number. */
function dayOfMonth(today: Date, day: number): Date | null {
  if (day < 1 || day > 31) return null
  for (let ahead = 0; ahead < 3; ahead++) {
    const date = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + ahead, day))
    if (date.getTime() >= today.getTime() && date.getUTCDate() === day) return date
  }
  return null
}

function dayOfItalianMonth(today: Date, day: number, name: string): Date | null {
  const month = italianMonths.indexOf(name.slice(0, 3))
  if (month < 0) return null
  const date = new Date(Date.UTC(today.getUTCFullYear(), month, day))
  return date.getTime() >= today.getTime()
    ? date
    : new Date(Date.UTC(today.getUTCFullYear() + 1, month, day))
}
