import type { Mark } from '../state/marks.ts'
import type { Texts } from './en.ts'
import { missingTime } from './format.ts'

/** What is missing at a place, and why, as one short sentence. */
export function markText({ kind, lengthMs, cause }: Mark, texts: Texts, locale: string): string {
  const time = lengthMs === null ? null : missingTime(lengthMs, locale)
  switch (kind) {
    case 'paused':
      return texts.pausedHere(time)
    case 'slept':
      return texts.sleptHere(time)
    case 'muted':
      return texts.mutedHere(time ?? '')
    case 'missing':
      return texts.missingHere(time ?? '', texts.causes[cause ?? 'device_lost'])
  }
}
