/** What a person can do about what was understood: correct it, have a summary written, ask. */
import { anywhere } from '#contract/ask.ts'
import { AppError } from '#contract/errors.ts'
import { AskId, type InsightId, type MeetingId, type SummaryId } from '#contract/ids.ts'
import type { CarriedOver, InsightChange } from '#contract/insight.ts'
import type { Summary, SummarySection, SummaryTemplate } from '#contract/summary.ts'
import type { EngineClient } from '#wire/connect.ts'
import { insightsBegan, insightsEnded, insightsFailed, withInsight } from './insights.ts'
import { lasting, problemNotice, tell, type Update } from './perform.ts'
import { addAsked, changeAsked } from './questions.ts'
import { changeSummary, summaryAnswered, withSummary } from './summaries.ts'

export interface WritingWish {
  /** Null: that of the meeting's series. */
  readonly template: string | null
  /** Null: the chosen one. */
  readonly language: string | null
}

export interface UnderstandingActions {
  readInsights(meetingId: MeetingId): Promise<void>
  editInsight(meetingId: MeetingId, insightId: InsightId, change: InsightChange): Promise<boolean>
  dismissInsight(meetingId: MeetingId, insightId: InsightId): Promise<void>
  /** What earlier meetings of the series left; nothing where that cannot be known. */
  readCarried(meetingId: MeetingId): Promise<CarriedOver>
  readSummary(meetingId: MeetingId): Promise<void>
  writeSummary(meetingId: MeetingId, wish: WritingWish): Promise<void>
  cancelSummary(meetingId: MeetingId): Promise<void>
  editSummary(meetingId: MeetingId, sections: readonly SummarySection[]): Promise<boolean>
  chooseSummary(meetingId: MeetingId, summaryId: SummaryId): Promise<boolean>
  listSummaries(meetingId: MeetingId): Promise<readonly Summary[]>
  listTemplates(): Promise<readonly SummaryTemplate[]>
  /** Asks one meeting, or all for null; `askedIn` is where the answer is shown. */
  ask(question: string, meetingId: MeetingId | null, askedIn: MeetingId): Promise<void>
  cancelAsk(askId: AskId): Promise<void>
}

export function understandingActions(update: Update, client: EngineClient): UnderstandingActions {
  const attempt: Attempt = async (meetingId, work) => {
    try {
      return await work()
    } catch (error) {
      if (lasting(error) !== null) tell(update, problemNotice(error, meetingId))
      return null
    }
  }
  return {
    ...insightActions(update, client, attempt),
    ...summaryActions(update, client, attempt),
    ...askActions(update, client, attempt),
  }
}

/** Null when it did not work; what stands in the way is told, and a lost connection tells itself. */
type Attempt = <T>(meetingId: MeetingId | null, work: () => Promise<T>) => Promise<T | null>

type InsightActions = Pick<
  UnderstandingActions,
  'readInsights' | 'editInsight' | 'dismissInsight' | 'readCarried'
>

function insightActions(update: Update, client: EngineClient, attempt: Attempt): InsightActions {
  return {
    async readInsights(meetingId) {
      update(({ insights }) => ({ insights: insightsBegan(insights, meetingId) }))
      try {
        const answer = await client.call('insights.read', { meetingId })
        update(({ insights }) => ({ insights: insightsEnded(insights, answer) }))
      } catch (error) {
        const problem = lasting(error)
        update(({ insights }) => ({ insights: insightsFailed(insights, meetingId, problem) }))
      }
    },
    async editInsight(meetingId, insightId, change) {
      const insight = await attempt(meetingId, () =>
        client.call('insight.edit', { meetingId, insightId, change }),
      )
      if (insight === null) return false
      const changed = { gone: [], there: [insight] }
      update(({ insights }) => ({ insights: withInsight(insights, meetingId, changed) }))
      return true
    },
    async dismissInsight(meetingId, insightId) {
      await attempt(meetingId, async () => {
        await client.call('insight.dismiss', { meetingId, insightId })
        const changed = { gone: [insightId], there: [] }
        update(({ insights }) => ({ insights: withInsight(insights, meetingId, changed) }))
      })
    },
    readCarried: async (meetingId) => {
      const carried = await attempt(meetingId, () => client.call('insights.carried', { meetingId }))
      return carried ?? { actions: [], decisions: [] }
    },
  }
}

type SummaryActions = Pick<
  UnderstandingActions,
  | 'readSummary'
  | 'writeSummary'
  | 'cancelSummary'
  | 'editSummary'
  | 'chooseSummary'
  | 'listSummaries'
  | 'listTemplates'
>

function summaryActions(update: Update, client: EngineClient, attempt: Attempt): SummaryActions {
  async function take(meetingId: MeetingId, work: () => Promise<Summary>): Promise<boolean> {
    const summary = await attempt(meetingId, work)
    if (summary) update(({ summaries }) => ({ summaries: withSummary(summaries, summary) }))
    return summary !== null
  }
  function set(meetingId: MeetingId, to: Parameters<typeof changeSummary>[2]): void {
    update(({ summaries }) => ({ summaries: changeSummary(summaries, meetingId, to) }))
  }
  return {
    async readSummary(meetingId) {
      set(meetingId, { phase: 'reading' })
      try {
        const summary = await client.call('summary.read', { meetingId })
        const answer = { phase: 'whole', problem: null, summary } as const
        update(({ summaries }) => ({ summaries: summaryAnswered(summaries, meetingId, answer) }))
      } catch (error) {
        const problem = lasting(error)
        const answer = { phase: problem === null ? 'unread' : 'failed', problem } as const
        update(({ summaries }) => ({ summaries: summaryAnswered(summaries, meetingId, answer) }))
      }
    },
    async writeSummary(meetingId, wish) {
      set(meetingId, { writing: { share: 0, draft: '' }, problem: null })
      try {
        const summary = await client.call('summary.write', { meetingId, ...wish, model: null })
        update(({ summaries }) => ({ summaries: withSummary(summaries, summary) }))
      } catch (error) {
        const wanted = error instanceof AppError && error.code === 'cancelled'
        set(meetingId, { writing: null, problem: wanted ? null : lasting(error) })
      }
    },
    async cancelSummary(meetingId) {
      await attempt(meetingId, async () => {
        await client.call('summary.cancel', { meetingId })
        set(meetingId, { writing: null })
      })
    },
    editSummary: (meetingId, sections) =>
      take(meetingId, () => client.call('summary.edit', { meetingId, sections: [...sections] })),
    chooseSummary: (meetingId, summaryId) =>
      take(meetingId, () => client.call('summary.choose', { meetingId, summaryId })),
    listSummaries: async (meetingId) =>
      (await attempt(meetingId, () => client.call('summary.list', { meetingId }))) ?? [],
    listTemplates: async () => (await attempt(null, () => client.call('template.list', {}))) ?? [],
  }
}

type AskActions = Pick<UnderstandingActions, 'ask' | 'cancelAsk'>

function askActions(update: Update, client: EngineClient, attempt: Attempt): AskActions {
  return {
    async ask(question, meetingId, askedIn) {
      const askId = AskId.parse(newId())
      update(({ asked }) => ({ asked: addAsked(asked, { askId, meetingId, askedIn, question }) }))
      try {
        const filters = { ...anywhere, meetingId }
        const wish = { askId, question, filters, model: null }
        const answer = await client.call('ask.question', wish)
        update(({ asked }) => ({ asked: changeAsked(asked, askId, { state: 'answered', answer }) }))
      } catch (error) {
        const cancelled = error instanceof AppError && error.code === 'cancelled'
        const state = cancelled ? 'cancelled' : 'failed'
        const problem = lasting(error) ?? ''
        update(({ asked }) => ({ asked: changeAsked(asked, askId, { state, problem }) }))
      }
    },
    async cancelAsk(askId) {
      update(({ asked }) => ({ asked: changeAsked(asked, askId, { state: 'cancelled' }) }))
      await attempt(null, () => client.call('ask.cancel', { askId }))
    },
  }
}

/** `crypto.randomUUID` is missing where the page is served over plain HTTP from another computer. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  const [a, b, c, d] = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(13, 16), hex.slice(17, 20)]
  return `${a}-${b}-4${c}-8${d}-${hex.slice(20)}`
}
