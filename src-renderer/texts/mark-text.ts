import type { Mark } from '../state/marks.ts'
import type { Texts } from './en.ts'
import { missingTime } from './format.ts'

/** What is missing at a place, on whose track, and why, as one short sentence. */
export function spokenMark(mark: Mark, texts: Texts, locale: string): string {
  const said = markText(mark, texts, locale)
  const { track, kind } = mark
  // Only a microphone is muted, and whose it is nobody asks.
  return track === null || track === 'mix' || kind === 'muted' ? said : `${texts[track]}: ${said}`
}

function markText({ kind, lengthMs, cause }: Mark, texts: Texts, locale: string): string {
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
