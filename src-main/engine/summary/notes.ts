/** What is noted of each portion, and how many notes become few without losing any part of a meeting. */
import { citationOf } from '../evidence/citation-of.ts'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { SegmentId } from '#contract/ids.ts'
import type { BoundedModel } from './bounded-model.ts'
import type { CheckedLine, Place } from './check-lines.ts'
import type { Portion } from './portions.ts'
import { rank, withoutRepetition } from './rank-sentences.ts'
import { condenseTask, noteTask, requestsVersion } from './requests.ts'
import { sentencesOf, spokenLine } from './said.ts'

/** A statement that was checked, and the portions on which it rests. */
export interface Point extends CheckedLine {
  readonly portions: readonly number[]
}

/** As it is kept: places by the segments that they are. */
const Note = z.object({
  dropped: z.int().nonnegative(),
  points: z.array(z.object({ text: z.string().min(1), segments: z.array(SegmentId).min(1) })),
})
type Note = z.infer<typeof Note>

/** Where notes are kept, so that what was read once is not read again. */
export interface NoteShelf {
  read(fingerprint: string): unknown
  write(fingerprint: string, note: unknown): void
}

/** Sentences that stand for a portion of which a language model could say nothing that holds. */
const asSaid = 2
const numberTokens = 8

/** Of all that a note rests on: who writes it, in which language, and every word of the portion. */
export function fingerprintOf(portion: Portion, modelId: string, language: string): string {
  const rests = [
    requestsVersion,
    modelId,
    language,
    portion.segments.map(({ id }, i) => [id, portion.lines[i]]),
  ]
  return createHash('sha256').update(JSON.stringify(rests)).digest('hex')
}

/** The note that is kept, or a new one. */
export async function noteOf(
  portion: Portion,
  index: number,
  model: BoundedModel,
  shelf: NoteShelf,
  fingerprint: string,
): Promise<{ readonly points: Point[]; readonly dropped: number }> {
  const places = new Map<SegmentId, Place>(portion.segments.map((one) => [one.id, placeOf(one)]))
  const known = Note.safeParse(shelf.read(fingerprint)).data
  const note = known ?? (await written(portion, model))
  if (!known) shelf.write(fingerprint, note)
  const points = note.points.map(({ text, segments }) => ({
    text,
    places: segments.flatMap((id) => places.get(id) ?? []),
    portions: [index],
  }))
  return { points, dropped: note.dropped }
}

async function written(portion: Portion, model: BoundedModel): Promise<Note> {
  const sources = portion.segments.map((segment) => [placeOf(segment)])
  const { kept, dropped } = await model.ask(portion.lines, sources, noteTask)
  const points = kept.map(({ text, places }) => ({
    text,
    segments: places.map(({ citation }) => citation.segmentId),
  }))
  if (points.length > 0) return { points, dropped }
  const sentences = withoutRepetition(rank(sentencesOf(portion.segments)), asSaid)
  const said = sentences.map(({ text, citation }) => ({
    text: text.slice(0, 400),
    segments: [citation.segmentId],
  }))
  return { points: said, dropped }
}

function placeOf(segment: Portion['segments'][number]): Place {
  return { citation: citationOf(segment), text: spokenLine(segment) }
}

/** As many points as one request takes, put together by the model in as many levels as it needs. */
export async function condense(
  points: readonly Point[],
  model: BoundedModel,
): Promise<{ readonly points: readonly Point[]; readonly dropped: number }> {
  let dropped = 0
  let left = points
  for (;;) {
    const sizes = await sizesOf(left, model)
    const total = sum(sizes)
    if (total <= model.materialTokens) return { points: left, dropped }
    const shorter: Point[] = []
    for (const chunk of chunksOf(left, sizes, model.materialTokens)) {
      const reply = await model.ask(
        chunk.map(({ text }) => text),
        chunk.map(({ places }) => places),
        condenseTask,
      )
      dropped += reply.dropped
      shorter.push(...withEveryPortion(reply.kept, chunk))
    }
    if (sum(await sizesOf(shorter, model)) > 0.8 * total)
      return { points: await fairShare(shorter, model), dropped }
    left = shorter
  }
}

/** What was put together, and the first point of each portion of which nothing is left. */
function withEveryPortion(lines: readonly CheckedLine[], chunk: readonly Point[]): Point[] {
  const portionsOf = new Map<string, Set<number>>()
  for (const { places, portions } of chunk)
    for (const { citation } of places)
      portionsOf.set(
        citation.segmentId,
        new Set([...(portionsOf.get(citation.segmentId) ?? []), ...portions]),
      )
  const merged = lines.map((line) => ({
    ...line,
    portions: [
      ...new Set(line.places.flatMap((one) => [...(portionsOf.get(one.citation.segmentId) ?? [])])),
    ],
  }))
  const there = new Set(merged.flatMap(({ portions }) => portions))
  const lost = chunk.filter(({ portions }) => {
    const isLost = portions.every((one) => !there.has(one))
    if (isLost) for (const one of portions) there.add(one)
    return isLost
  })
  return [...merged, ...lost].toSorted((a, b) => firstOf(a) - firstOf(b))
}

/** Each portion has as much room as the others: its first points, and where even those are too many, their beginnings. */
async function fairShare(points: readonly Point[], model: BoundedModel): Promise<Point[]> {
  const room = model.materialTokens
  const byPortion = [...Map.groupBy(points, firstOf).values()]
  const ordered = byPortion
    .flatMap((of) => of.map((point, round) => ({ point, round })))
    .toSorted((a, b) => a.round - b.round)
    .map(({ point }) => point)
  const sizes = await sizesOf(ordered, model)
  const chosen: Point[] = []
  let used = 0
  for (const [index, point] of ordered.entries()) {
    used += sizes[index] ?? 0
    if (used > room) break
    chosen.push(point)
  }
  if (chosen.length >= byPortion.length) return chosen.toSorted((a, b) => firstOf(a) - firstOf(b))
  const letters = Math.max(8, Math.floor(room / byPortion.length) - numberTokens)
  return byPortion.flatMap(([first]) =>
    first ? [{ ...first, text: first.text.slice(0, letters) }] : [],
  )
}

function chunksOf(points: readonly Point[], sizes: readonly number[], room: number): Point[][] {
  const chunks: Point[][] = []
  let used = Number.POSITIVE_INFINITY
  for (const [index, point] of points.entries()) {
    const size = sizes[index] ?? 0
    if (used + size > room) {
      chunks.push([])
      used = 0
    }
    chunks.at(-1)?.push(point)
    used += size
  }
  return chunks
}

async function sizesOf(points: readonly Point[], model: BoundedModel): Promise<number[]> {
  const counted = await model.count(points.map(({ text }) => text))
  return counted.map((tokens) => tokens + numberTokens)
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)
const firstOf = ({ portions }: Point): number => Math.min(...portions)
