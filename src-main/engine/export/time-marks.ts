/** `01:02:03` with `.456` or `,456` behind it where a fraction mark is given. */
export function timeMark(ms: number, fractionMark: '.' | ',' | null = null): string {
  const whole = Math.floor(ms / 1000)
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  const clock = parts.map((part) => String(part).padStart(2, '0')).join(':')
  return fractionMark === null
    ? clock
    : `${clock}${fractionMark}${String(Math.floor(ms) % 1000).padStart(3, '0')}`
}

/** `2026-11-21 10:00 UTC`: the same on every machine that exports the meeting. */
export function dateMark(startedAt: string): string {
  return `${startedAt.slice(0, 10)} ${startedAt.slice(11, 16)} UTC`
}
