/** How insights are found by rules: what a meeting that is followed needs of the rooms that know them. */
import type { InsightWork } from './insight-work.ts'
import { createFindInsights } from './insights/find-insights.ts'
import { ruleLanguage } from './language/rule-language.ts'
import { spokenDate } from './language/spoken-dates.ts'

export const readByRules: Pick<InsightWork, 'createFindInsights' | 'resolveDue'> = {
  createFindInsights,
  resolveDue({ startedAtMs, language }) {
    const offsetMinutes = -new Date(startedAtMs).getTimezoneOffset()
    return (words, { startMs }) => {
      const moment = { atMs: startedAtMs + startMs, offsetMinutes }
      return spokenDate(words, ruleLanguage(language) ?? 'en', moment)?.date ?? null
    }
  },
}
