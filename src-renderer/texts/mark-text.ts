import type { Mark } from '../state/marks.ts'
import { missingTime } from './format.ts'
import type { Translate } from './typing.ts'

/** What is missing at a place, on whose track, and why, as one short sentence. */
export function spokenMark(mark: Mark, t: Translate, locale: string): string {
  const said = markText(mark, t, locale)
  const { track, kind } = mark
  // Only a microphone is muted, and whose it is nobody asks.
  return track === null || track === 'mix' || kind === 'muted'
    ? said
    : `${t(`transcript.voices.${track}`)}: ${said}`
}

function markText({ kind, lengthMs, cause }: Mark, t: Translate, locale: string): string {
  const time = lengthMs === null ? null : missingTime(lengthMs, locale)
  switch (kind) {
    case 'paused':
      return time === null ? t('account.pausedToEnd') : t('account.paused', { time })
    case 'slept':
      return time === null ? t('account.sleptToEnd') : t('account.slept', { time })
    case 'muted':
      return t('account.muted', { time: time ?? '' })
    case 'missing': {
      const why = t(`account.causes.${cause ?? 'device_lost'}`)
      return t('account.missing', { time: time ?? '', cause: why })
    }
  }
}
