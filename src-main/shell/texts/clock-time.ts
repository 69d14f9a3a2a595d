/** A place within a meeting as people write it: `0:07`, `12:34`, `1:02:03`. */
export function clockTime(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  const [hours, rest] = [Math.floor(seconds / 3600), seconds % 3600]
  const two = (value: number): string => String(value).padStart(2, '0')
  const minutes = Math.floor(rest / 60)
  const tail = `${hours > 0 ? two(minutes) : minutes}:${two(rest % 60)}`
  return hours > 0 ? `${hours}:${tail}` : tail
}
