/** A summary by a language model: notes of each portion first, and from those the sections of a template. */
import type { SummaryLine, SummarySection } from '#contract/summary.ts'
import type { Segment } from '#contract/transcript.ts'
import { unsupported } from '../evidence/check-support.ts'
import { boundedModel, type ModelChoice } from './bounded-model.ts'
import type { CheckedLine } from './check-lines.ts'
import type { FloorSummary } from './floor-summary.ts'
import { condense, fingerprintOf, noteOf, type NoteShelf, type Point } from './notes.ts'
import { cutPortions, portionMs } from './portions.ts'
import { sectionTask, titleTask } from './requests.ts'
import { inLanguage, type Template } from './template.ts'

export interface SummaryWish extends ModelChoice {
  /** In the order they were spoken. */
  readonly segments: readonly Segment[]
  readonly template: Template
  readonly shelf: NoteShelf
  /** What rules say: it stands in where nothing that the model wrote holds. */
  readonly floor: FloorSummary
  /** Only portions that nobody adds to any more are read: people are still talking. */
  readonly growing: boolean
  /** Whether a growing summary rests on these notes already. */
  readonly isWritten: (fingerprints: readonly string[]) => boolean
  /** So much is done, 0 to 1, and these lines stand there. */
  readonly progressed: (share: number, lines: readonly string[]) => void
}

export interface ModelSummary {
  readonly title: string | null
  readonly sections: readonly SummarySection[]
  readonly dropped: number
  /** Whether any line is the model's. */
  readonly hasOwn: boolean
  /** What is not by the model, for people; null where all of it is. */
  readonly without: string | null
  /** Of the notes it rests on. */
  readonly fingerprints: readonly string[]
}

/** Of the work, the reading; the rest is writing. */
const readingShare = 0.8

/** Null where there is nothing yet that it could read. Rejects as the language model does. */
export async function modelSummary(wish: SummaryWish): Promise<ModelSummary | null> {
  const model = await boundedModel(wish)
  const all = await cutPortions(wish.segments, model.materialTokens, model.count)
  const length = portionMs(model.materialTokens)
  const endMs = wish.segments.at(-1)?.startMs ?? 0
  const isOver = (startMs: number): boolean =>
    Math.floor(startMs / length) < Math.floor(endMs / length)
  const portions = wish.growing
    ? all.filter(({ segments: [first] }) => first && isOver(first.startMs))
    : all
  const fingerprints = portions.map((one) => fingerprintOf(one, wish.modelId, wish.language))
  if (portions.length === 0 || (wish.growing && wish.isWritten(fingerprints))) return null

  let dropped = 0
  const points: Point[] = []
  for (const [index, portion] of portions.entries()) {
    const note = await noteOf(portion, index, model, wish.shelf, fingerprints[index] ?? '')
    points.push(...note.points)
    dropped += note.dropped
    wish.progressed((readingShare * (index + 1)) / portions.length, [])
  }

  const condensed = await condense(points, model)
  dropped += condensed.dropped
  const written = await writeSections(wish, model, condensed.points)
  const sections = withEveryPart(written.sections, condensed.points)
  const title = await titleOf(wish, model, condensed.points)
  wish.progressed(1, linesOf(sections))
  return {
    title,
    sections,
    dropped: dropped + written.dropped,
    hasOwn: written.kept > 0,
    without: written.byRules.length > 0 ? notBorneOut(written.byRules) : null,
    fingerprints,
  }
}

async function writeSections(
  { template, language, floor, progressed }: SummaryWish,
  model: Awaited<ReturnType<typeof boundedModel>>,
  points: readonly Point[],
) {
  const sections: SummarySection[] = []
  const byRules: string[] = []
  let dropped = 0
  let kept = 0
  const texts = points.map(({ text }) => text)
  const sources = points.map(({ places }) => places)
  for (const [index, section] of template.sections.entries()) {
    const title = inLanguage(section.title, language)
    const reply = await model.ask(texts, sources, sectionTask(title, section.guidance))
    dropped += reply.dropped
    kept += reply.kept.length
    const nothingHeld = reply.kept.length === 0 && reply.dropped > 0
    if (nothingHeld) byRules.push(title)
    const standIn = floor.sections[index]?.lines ?? []
    sections.push({ title, lines: nothingHeld ? standIn : reply.kept.map(asLine) })
    const share = readingShare + ((1 - readingShare) * (index + 1)) / (template.sections.length + 1)
    progressed(share, linesOf(sections))
  }
  return { sections, byRules, dropped, kept }
}

/** A meeting has a beginning, a middle and an end: where a summary cites nothing of one, its first point is added. */
function withEveryPart(sections: SummarySection[], points: readonly Point[]): SummarySection[] {
  const [first, ...others] = sections
  if (!first) return sections
  const cited = new Set(
    sections.flatMap(({ lines }) =>
      lines.flatMap(({ citations }) => citations.map(({ segmentId }) => segmentId)),
    ),
  )
  const parts = Math.min(3, points.length)
  const added = Array.from({ length: parts }, (_, part) => {
    const from = Math.floor((part * points.length) / parts)
    const of = points.slice(from, Math.floor(((part + 1) * points.length) / parts))
    const isThere = of.some(({ places }) =>
      places.some(({ citation }) => cited.has(citation.segmentId)),
    )
    return isThere ? [] : of.slice(0, 1).map(asLine)
  }).flat()
  if (added.length === 0) return sections
  const startOf = ({ citations }: SummaryLine): number => citations[0]?.startMs ?? 0
  const lines = [...first.lines, ...added].toSorted((a, b) => startOf(a) - startOf(b))
  return [{ ...first, lines }, ...others]
}

async function titleOf(
  { floor, supports = unsupported }: SummaryWish,
  model: Awaited<ReturnType<typeof boundedModel>>,
  points: readonly Point[],
): Promise<string | null> {
  const title = await model.askTitle(
    points.map(({ text }) => text),
    titleTask,
  )
  const said = points.flatMap(({ places }) => places.map(({ text }) => text))
  return title !== null && supports(title, said).length === 0 ? title : floor.title
}

function asLine({ text, places }: CheckedLine): SummaryLine {
  return { text, citations: places.map(({ citation }) => citation) }
}

function linesOf(sections: readonly SummarySection[]): string[] {
  return sections.flatMap(({ lines }) => lines.map(({ text }) => text))
}

function notBorneOut(titles: readonly string[]): string {
  return `What the language model wrote under ${titles.join(', ')} is not borne out by what was said. There it is as rules found it.`
}
