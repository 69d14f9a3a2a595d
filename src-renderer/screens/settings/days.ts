/** How long something is kept, in words. */
import type { Translate } from '../../texts/typing.ts'

/** What can be chosen for recordings and meetings. */
export const keptDays: readonly number[] = [7, 14, 30, 90, 180, 365, 730]
/** What can be chosen for the trash. */
export const deletedDays: readonly number[] = [1, 7, 14, 30, 90, 365]

export function durationText(days: number, t: Translate): string {
  if (days % 365 === 0) return t('settings.years', { count: days / 365 })
  if (days >= 60 && days % 30 === 0) return t('settings.months', { count: days / 30 })
  return t('settings.days', { count: days })
}
