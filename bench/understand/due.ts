/** Times at which something is to be done, as people say them, and the days they may mean. */
import type { Chance } from '../sounds/random.ts'
import type { DueLabel } from './labels.ts'

const days = {
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  it: ['domenica', 'lunedì', 'martedì', 'mercoledì', 'giovedì', 'venerdì', 'sabato'],
} as const
const months = {
  en: 'January February March April May June July August September October November December',
  it: 'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
} as const
const dayMs = 86_400_000

/** `today` is midnight UTC of the day on which it is said. */
interface Said {
  readonly today: number
  readonly language: 'en' | 'it'
  readonly chance: Chance
}

/** A weekday that is neither today nor at the weekend. */
export function workday({ today, language, chance }: Said): string {
  return days[language][workdayOf(today, chance)] ?? ''
}

function workdayOf(today: number, chance: Chance): number {
  const others = [1, 2, 3, 4, 5].filter((day) => day !== new Date(today).getUTCDay())
  return chance.pick(others)
}

/**
 * Fills a frame such as `by {day} = weekday`. Counted as: `weekday`, the coming one; `next-weekday`, that or the one
 * after; `+N` days; `week-end`, `month-end`, `next-week`, `ordinal`, `month-day`, `today`; `none`: no day can be told.
 */
export function sayDue(frame: string, said: Said): DueLabel {
  const [text = '', counted = ''] = frame.split(' = ')
  const { language, chance } = said
  const today = new Date(said.today)
  const after = (count: number): string => iso(said.today + count * dayMs)
  const toFriday = (5 - today.getUTCDay() + 7) % 7
  switch (counted) {
    case 'weekday':
    case 'next-weekday': {
      const day = workdayOf(said.today, chance)
      const ahead = (day - today.getUTCDay() + 7) % 7
      return {
        text: text.replace('{day}', days[language][day] ?? ''),
        dates: counted === 'weekday' ? [after(ahead)] : [after(ahead), after(ahead + 7)],
      }
    }
    case 'week-end':
      return { text, dates: [after(toFriday), after(toFriday + 1), after(toFriday + 2)] }
    case 'next-week': {
      const monday = ((8 - today.getUTCDay()) % 7) + (today.getUTCDay() === 1 ? 7 : 0)
      return { text, dates: [null, ...[0, 1, 2, 3, 4, 5, 6].map((more) => after(monday + more))] }
    }
    case 'month-end': {
      const last = Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + 1, 0)
      return { text, dates: [iso(last)] }
    }
    case 'ordinal':
    case 'month-day': {
      const ahead = Math.round(chance.between(8, 25))
      const date = new Date(said.today + ahead * dayMs)
      const month = months[language].split(' ')[date.getUTCMonth()] ?? ''
      return {
        text: text
          .replace('{ordinal}', dayOfMonth(date.getUTCDate(), language))
          .replace('{month}', month),
        dates: [after(ahead)],
      }
    }
    case 'today':
      return { text, dates: [after(0)] }
    case 'none':
      return { text, dates: [null] }
    default:
      return { text, dates: [after(Number(counted))] }
  }
}

function dayOfMonth(day: number, language: 'en' | 'it'): string {
  if (language === 'it') return day === 1 ? 'primo' : String(day)
  const ending = day > 10 && day < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th')
  return `${day}${ending}`
}

function iso(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}
