/** What is made of the text of meetings: what matters in it, summaries, what it means, and answers from it. */
import type { EngineApi } from '#contract/commands.ts'
import type { EngineEvent } from '#contract/events.ts'
import type { MeetingId } from '#contract/ids.ts'
import type { Questions } from './ask-commands.ts'
import type { Understood } from './export/understood.ts'
import { indexingMeanings } from './index-meanings.ts'
import { insightCommands } from './insight-commands.ts'
import type { InsightWork } from './insight-work.ts'
import { chosenLanguageModel } from './language-choice.ts'
import { lateInsights } from './late-insights.ts'
import { recognitionFirst } from './language/language-priority.ts'
import { meetingSummaries } from './meeting-summaries.ts'
import type { Parts } from './parts.ts'
import { late } from './runtime/late.ts'
import { summaryCommands } from './summary-commands.ts'

interface Options {
  readonly parts: Parts
  /** Tells everybody, this part too. */
  readonly tell: (event: EngineEvent) => void
  /** Tells everybody else. */
  readonly tellOthers: (event: EngineEvent) => void
}

type UnderstandingApi = Pick<EngineApi, 'search.find'> &
  Questions['api'] &
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
  const { isHeld } = priority
  // Words and patterns of two languages take memory and time that a start has no use for.
  const asking = late(async () => {
    const { questions } = await import('./ask-commands.ts')
    return questions({ world: parts, tell, isHeld })
  })
  const searching = late(async () => {
    const { searchCommands } = await import('./search-commands.ts')
    return searchCommands(parts, isHeld)
  })
  const insightWork: Omit<InsightWork, 'createFindInsights' | 'resolveDue'> = {
    parts,
    tell(event) {
      tellOthers(event)
      summaries.heard(event)
    },
    choose: (named) => chosenLanguageModel(parts, 'language', named),
  }
  const insights = lateInsights(
    async () => {
      const { meetingInsights } = await import('./meeting-insights.ts')
      const { readByRules } = await import('./read-by-rules.ts')
      return meetingInsights({ ...insightWork, ...readByRules })
    },
    (error) => parts.log.bug('insights.unloaded', error),
  )
  const summaries = meetingSummaries({ parts, tell, insightsOf: store.insights.ofMeeting })
  return {
    api: {
      'search.find': async (input) => (await searching.get())['search.find'](input),
      'ask.question': async (input) => (await asking.get()).api['ask.question'](input),
      // What nobody has asked yet cannot be taken back.
      'ask.cancel': async (input) => (await asking.begun())?.api['ask.cancel'](input) ?? null,
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
      notes: store.notes.ofMeeting(id),
    }),
    async [Symbol.asyncDispose]() {
      ;(await asking.begun())?.[Symbol.dispose]()
      await meanings[Symbol.asyncDispose]()
      await summaries[Symbol.asyncDispose]()
      await insights[Symbol.asyncDispose]()
      await parts.languageModel[Symbol.asyncDispose]()
    },
  }
}
