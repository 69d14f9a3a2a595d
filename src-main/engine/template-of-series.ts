/** Which template was chosen for the meetings of a series. */
import { z } from 'zod'
import { seriesOf } from './language/series-of.ts'
import type { Settings } from './store/settings.ts'

const setting = 'summary.templates'
const Kept = z.array(z.tuple([z.string(), z.string()]))
/** The series that were not heard of for the longest time are forgotten. */
const mostSeries = 500

/** The template's id, or null. */
export function templateOfSeries(settings: Pick<Settings, 'read'>, title: string): string | null {
  const series = seriesOf(title)
  return known(settings).find(([name]) => name === series)?.[1] ?? null
}

export function rememberTemplate(settings: Settings, title: string, templateId: string): void {
  const series = seriesOf(title)
  if (series === null) return
  const others = known(settings).filter(([name]) => name !== series)
  settings.write(setting, [[series, templateId], ...others].slice(0, mostSeries))
}

function known(settings: Pick<Settings, 'read'>): readonly (readonly [string, string])[] {
  return Kept.safeParse(settings.read(setting)).data ?? []
}
