import { byteSize, shortTime } from '../../texts/format.ts'
import type { Unit } from './chart-lines.ts'

/** A value as people write it. */
export function figureText(value: number, unit: Unit, locale: string): string {
  const number = (digits: number): string =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value)
  switch (unit) {
    case 'ms':
      return value < 1000 ? `${Math.round(value)} ms` : shortTime(value, locale)
    case 'share':
      return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(
        value,
      )
    case 'cores':
      return number(2)
    case 'bytes':
      return byteSize(value, locale)
    case 'count':
      return number(value < 10 ? 1 : 0)
  }
}
