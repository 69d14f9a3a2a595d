/** One writing of a summary: what it is made of, by rules or by a language model. */
import { AppError } from '#contract/errors.ts'
import { type MeetingId, SummaryId } from '#contract/ids.ts'
import type { Insight } from '#contract/insight.ts'
import type { Meeting } from '#contract/meeting.ts'
import type { Segment } from '#contract/transcript.ts'
import type { LanguageChoice } from './language-choice.ts'
import type { Parts } from './parts.ts'
import { chosenSettings } from './settings-commands.ts'
import type { NewSummary } from './store/summaries.ts'
import { type FloorSummary, floorSummary } from './summary/floor-summary.ts'
import { modelSummary } from './summary/model-summary.ts'
import type { Template } from './summary/template.ts'
import { findTemplate, usualTemplate } from './summary/templates.ts'
import { templateOfSeries } from './template-of-series.ts'

type Needed = 'clock' | 'log' | 'newId' | 'readTemplates' | 'languageModel' | 'modelFiles'
export type WorldOfSummaries = Pick<Parts, Needed> & {
  readonly keeping: Pick<Parts['keeping'], 'store'>
}

export interface SummaryParts {
  readonly parts: WorldOfSummaries
  /** What is known of a meeting by now. */
  readonly insightsOf: (meetingId: MeetingId) => readonly Insight[]
}

/** What one writing starts from. */
export interface Draft {
  readonly meeting: Meeting
  readonly segments: readonly Segment[]
  readonly templateId: string
  readonly template: Template
  /** A code, or `auto` while nobody knows what is spoken. */
  readonly language: string
  readonly spoken: string
  readonly state: 'growing' | 'final'
  readonly floor: FloorSummary
}

interface Wishes {
  readonly template: string | null
  readonly language: string | null
}

/** Reads what there is. Fails with `not_found`, `template_missing` or `template_broken`. */
export async function draftOf(
  { parts, insightsOf }: SummaryParts,
  meetingId: MeetingId,
  wishes: Wishes,
): Promise<Draft> {
  const { store } = parts.keeping
  const files = await parts.readTemplates()
  const meeting = store.meetings.read(meetingId)
  if (!meeting) throw new AppError('not_found', 'There is no such meeting.')
  const remembered = templateOfSeries(store.settings, meeting.title)
  const { summaryLanguage, summaryTemplate } = chosenSettings(store.settings)
  const isThere = (wanted: string | null): boolean => files.some(({ id }) => id === wanted)
  const usual = [remembered, summaryTemplate].find(isThere) ?? usualTemplate
  const templateId = wishes.template ?? usual
  const template = findTemplate(files, templateId)
  const wanted = wishes.language ?? summaryLanguage
  const language = wanted === 'spoken' ? meeting.language : wanted
  const segments = store.segments.ofMeeting(meetingId)
  const state = meeting.state === 'live' ? 'growing' : 'final'
  const floor = floorSummary(segments, insightsOf(meetingId), template, language)
  return {
    meeting,
    segments,
    templateId,
    template,
    language,
    spoken: meeting.language,
    state,
    floor,
  }
}

/** `without`: why no language model writes it. */
export function byRules(parts: WorldOfSummaries, draft: Draft, without: string): NewSummary {
  const isForeign = ![draft.spoken, 'auto'].includes(draft.language)
  const asSaid = ' Its lines stand in the language that was spoken.'
  return {
    ...common(parts, draft),
    author: 'rules',
    model: null,
    without: isForeign ? without + asSaid : without,
    title: draft.floor.title,
    sections: draft.floor.sections.map(({ title, lines }) => ({ title, lines: [...lines] })),
    dropped: 0,
  }
}

export interface ByModel {
  /** Portions to which people still add are left for later. */
  readonly growing: boolean
  readonly model: Exclude<LanguageChoice, { readonly without: string }>
  readonly signal: AbortSignal
  readonly progressed: (share: number, lines: readonly string[]) => void
  /** Whether a growing summary rests on these notes already. */
  readonly isWritten: (fingerprints: readonly string[]) => boolean
}

export interface WrittenByModel {
  readonly summary: NewSummary
  readonly fingerprints: readonly string[]
}

/** Null: there is nothing new for it to read. Rejects as the language model does, and with the signal's reason. */
export async function byModel(
  parts: WorldOfSummaries,
  draft: Draft,
  { model, ...how }: ByModel,
): Promise<WrittenByModel | null> {
  const { id: meetingId } = draft.meeting
  const { summaryNotes } = parts.keeping.store
  const written = await modelSummary({
    ...how,
    languageModel: parts.languageModel,
    modelId: model.id,
    modelPath: model.path,
    conversation: `summary ${meetingId}`,
    language: draft.language,
    segments: draft.segments,
    template: draft.template,
    shelf: {
      read: (fingerprint) => summaryNotes.read(meetingId, fingerprint),
      write: (fingerprint, note) => summaryNotes.write(meetingId, fingerprint, note),
    },
    floor: draft.floor,
  })
  if (!written) return null
  const { title, sections, dropped, hasOwn, fingerprints } = written
  if (draft.state === 'final') summaryNotes.keepOnly(meetingId, fingerprints)
  // Where nothing of it is borne out, it is the rules' work, and says so.
  const by = hasOwn
    ? ({ author: 'model', model: model.id, without: written.without } as const)
    : ({ author: 'rules', model: null, without: written.without ?? nothingBorneOut } as const)
  const own = { ...by, title, dropped }
  const lines = sections.map((section) => ({ title: section.title, lines: [...section.lines] }))
  return { summary: { ...common(parts, draft), ...own, sections: lines }, fingerprints }
}

const nothingBorneOut = 'Nothing that the language model wrote is borne out by what was said.'

function common(
  { clock, newId }: WorldOfSummaries,
  { meeting, templateId, language, state }: Draft,
) {
  return {
    id: SummaryId.parse(newId()),
    meetingId: meeting.id,
    writtenAt: new Date(clock.now()).toISOString(),
    template: templateId,
    language,
    state,
  }
}
