/** Times and dates as people write them. */

/** A place within a meeting: `0:07`, `12:34`, `1:02:03`. */
export function clock(ms: number): string {
  const { hours, minutes, seconds } = split(ms)
  const tail = `${hours > 0 ? String(minutes).padStart(2, '0') : minutes}:${String(seconds).padStart(2, '0')}`
  return hours > 0 ? `${hours}:${tail}` : tail
}

/** The same for a length, with all its places: `00:45:12`. */
export function longClock(ms: number): string {
  const { hours, minutes, seconds } = split(ms)
  return [hours, minutes, seconds].map((part) => String(part).padStart(2, '0')).join(':')
}

/** How long something took, in its two largest units: `12 s`, `4 min 32 s`, `1 h 12 min`. */
export function length(ms: number): string {
  const { hours, minutes, seconds } = split(ms)
  if (hours > 0) return minutes > 0 ? `${hours} h ${minutes} min` : `${hours} h`
  if (minutes > 0) return seconds > 0 ? `${minutes} min ${seconds} s` : `${minutes} min`
  return `${seconds} s`
}

/** A short time, to the tenth of a second while that says something. */
export function shortTime(ms: number, language: string): string {
  if (ms >= 60_000) return length(ms)
  const digits = ms < 10_000 ? 1 : 0
  const number = new Intl.NumberFormat(language, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  return `${number.format(ms / 1000)} s`
}

/** A time that is left, never more than there is, and no more exactly than it is known. */
export function roomLeft(ms: number): string {
  const [minute, hour] = [60_000, 3_600_000]
  if (ms < minute) return '< 1 min'
  return length(ms - (ms % (ms < 2 * hour ? minute : hour)))
}

/** How much is missing, also where that is next to nothing. */
export function missingTime(ms: number, language: string): string {
  return ms < 100 ? `${Math.max(1, Math.round(ms))} ms` : shortTime(ms, language)
}

/** A share of one, to the hundredth of a percent. */
export function percent(share: number, language: string): string {
  const format = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 2 })
  return format.format(share)
}

/** The `datetime` of a `time` element for a place or a length. */
export function machineLength(ms: number): string {
  return `PT${Math.floor(ms / 1000)}S`
}

function split(ms: number): { hours: number; minutes: number; seconds: number } {
  const seconds = Math.floor(ms / 1000)
  return {
    hours: Math.floor(seconds / 3600),
    minutes: Math.floor((seconds % 3600) / 60),
    seconds: seconds % 60,
  }
}

export function timeOfDay(iso: string, language: string): string {
  return new Intl.DateTimeFormat(language, { timeStyle: 'short' }).format(new Date(iso))
}

export function dayAndTime(iso: string, language: string): string {
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short' })
  return format.format(new Date(iso))
}

export function shortDay(iso: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(new Date(iso))
}

export function longDay(iso: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'full' }).format(new Date(iso))
}

/** The name of a language code in another language; the code itself where nobody knows its name. */
export function languageName(code: string, language: string): string {
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? code
  } catch {
    return code
  }
}

/** A day of the calendar, `2026-03-05`, which is the same day everywhere. */
export function plainDay(date: string, language: string): string {
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' })
  return format.format(new Date(`${date}T00:00:00Z`))
}

export function dayAndTimeShort(iso: string, language: string): string {
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
  return format.format(new Date(iso))
}

/** `1.2 GB`, in powers of ten as disks and downloads are sold. */
export function byteSize(bytes: number, language: string): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const
  if (bytes < 1000) return `${Math.round(bytes)} B`
  const power = Math.min(4, Math.floor(Math.log10(bytes) / 3))
  const value = bytes / 1000 ** power
  const format = new Intl.NumberFormat(language, {
    style: 'unit',
    unit: units[power] ?? 'byte',
    maximumFractionDigits: value >= 100 ? 0 : 1,
  })
  return format.format(value)
}
