/** What is made of the text of meetings: what matters in it, summaries, what it means, and answers from it. */
import type { EngineApi } from '#contract/commands.ts'
import type { EngineEvent } from '#contract/events.ts'
import type { MeetingId } from '#contract/ids.ts'
import { questions } from './ask-commands.ts'
import type { Understood } from './export/understood.ts'
import { indexingMeanings } from './index-meanings.ts'
import { insightCommands } from './insight-commands.ts'
import type { InsightWork } from './insight-work.ts'
import { chosenLanguageModel } from './language-choice.ts'
import { recognitionFirst } from './language/language-priority.ts'
import { meetingInsights } from './meeting-insights.ts'
import { meetingSummaries } from './meeting-summaries.ts'
import type { Parts } from './parts.ts'
import { readByRules } from './read-by-rules.ts'
import { searchCommands } from './search-commands.ts'
import { summaryCommands } from './summary-commands.ts'

interface Options {
  readonly parts: Parts
  /** Tells everybody, this part too. */
  readonly tell: (event: EngineEvent) => void
  /** Tells everybody else. */
  readonly tellOthers: (event: EngineEvent) => void
}

type UnderstandingApi = ReturnType<typeof searchCommands> &
  ReturnType<typeof questions>['api'] &
  ReturnType<typeof insightCommands> &
  ReturnType<typeof summaryCommands>

export interface UnderstandingOfMeetings extends AsyncDisposable {
  readonly api: Pick<EngineApi, keyof UnderstandingApi>
  /** Follows what is told of meetings. */
  note(event: EngineEvent): void
  /** Goes on with what was broken off. */
  resume(): void
  /** What is known of a meeting besides its text. */
  of(id: MeetingId): Promise<Understood>
}

export function understanding({ parts, tell, tellOthers }: Options): UnderstandingOfMeetings {
  const { store } = parts.keeping
  const priority = recognitionFirst(parts.languageModel)
  const meanings = indexingMeanings(parts)
  const asked = questions({ world: parts, tell, isHeld: priority.isHeld })
  const insightWork: InsightWork = {
    parts,
    ...readByRules,
    tell(event) {
      tellOthers(event)
      summaries.heard(event)
    },
    choose: (named) => chosenLanguageModel(parts, 'language', named),
  }
  const insights = meetingInsights(insightWork)
  const summaries = meetingSummaries({ parts, tell, insightsOf: store.insights.ofMeeting })
  return {
    api: {
      ...searchCommands(parts, priority.isHeld),
      ...asked.api,
      ...insightCommands(insightWork, insights),
      ...summaryCommands({ parts, tell, summaries }),
    },
    note(event) {
      priority.note(event)
      insights.note(event)
      meanings.note(event)
      summaries.heard(event)
    },
    resume: () => void meanings.run(),
    of: async (id) => ({
      summary: store.summaries.latest(id)?.summary ?? null,
      insights: await insights.read(id),
    }),
    async [Symbol.asyncDispose]() {
      asked[Symbol.dispose]()
      await meanings[Symbol.asyncDispose]()
      await summaries[Symbol.asyncDispose]()
      await insights[Symbol.asyncDispose]()
      await parts.languageModel[Symbol.asyncDispose]()
    },
  }
}
