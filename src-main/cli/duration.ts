import { AppError } from '#contract/errors.ts'

/** The longest time a timer can wait. */
const longestMs = 2 ** 31 - 1

/** Milliseconds of `90`, `90s`, `10m` or `1h30m`; null for anything else, and for nothing at all. */
export function parseDuration(text: string): number | null {
  const match = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+(?:\.\d+)?)s?)?$/i.exec(text.trim())
  if (!match) return null
  const [, hours = '0', minutes = '0', seconds = '0'] = match
  const ms = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000
  return ms > 0 ? Math.round(ms) : null
}

/** What was typed for an option, in milliseconds; null where nothing was. */
export function durationOption(
  option: string,
  text: string | undefined,
  leastMs = 0,
): number | null {
  if (text === undefined) return null
  const ms = parseDuration(text)
  if (ms !== null && ms >= leastMs && ms <= longestMs) return ms
  const least = leastMs > 0 ? `from ${leastMs / 1000}s ` : ''
  throw new AppError(
    'invalid_input',
    `${option} takes ${least}up to 24 days, such as 90s, 10m or 1h30m.`,
  )
}
