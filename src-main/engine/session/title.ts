import { basename, extname } from 'node:path'
import type { Source } from '#contract/meeting.ts'

/** The name a meeting gets when nobody gave one: its file's, or the time it began. */
export function titleFor(source: Source, startedAtMs: number): string {
  if (source.kind === 'file') {
    const name = basename(source.path, extname(source.path)).trim()
    if (name !== '') return name.slice(0, 200)
  }
  const started = new Date(startedAtMs)
  const two = (value: number): string => String(value).padStart(2, '0')
  const day = `${started.getFullYear()}-${two(started.getMonth() + 1)}-${two(started.getDate())}`
  return `Meeting ${day} ${two(started.getHours())}:${two(started.getMinutes())}`
}
