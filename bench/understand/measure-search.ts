/**
 * How long a search takes in the meetings of years: by words over a million segments, and by words and meaning over a
 * thousand hours. Vectors are generated, as close to each other within a subject as those of real passages are; what the
 * embedding model itself takes is measured with the model.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { anywhere, type SearchFilters } from '#contract/ask.ts'
import type { MeetingId } from '#contract/ids.ts'
import { cutPassages } from '#engine/ask/cut-passages.ts'
import { readQuestion } from '#engine/ask/read-question.ts'
import { findSources } from '#engine/find-sources.ts'
import { searchByBoth } from '#engine/search-commands.ts'
import { RECOGNITION } from '#engine/store/reader-positions.ts'
import { openStore } from '#engine/store/store.sqlite.ts'
import type { Store } from '#engine/store/store.ts'
import { atMost, type Bench, quantile, rounded, told } from '../figures.ts'
import {
  type CorpusMeeting,
  makeMeetings,
  makeVocabulary,
  pick,
  pickFrequent,
  type Random,
  randomFrom,
  seed,
} from '../search-corpus.ts'

const dimensions = 384
const model = 'generated'
const queriesOfEachKind = 40
const limit = 50
/** What the product promises: 95 of 100 searches are faster. */
const textP95Ms = 50
const bothP95Ms = 100

export interface LibrarySize {
  readonly meetings: number
  /** Of each meeting. */
  readonly segments: number
}

const million: LibrarySize = { meetings: 2_000, segments: 500 }
/** A thousand hours of an hour each. */
const thousandHours: LibrarySize = { meetings: 1_000, segments: 360 }

type Progress = (line: string) => void
type Ask = (store: Store, query: string, filters: SearchFilters) => void

/** Full text over a million segments, with filters and without. */
export function benchFullText(progress: Progress, size: LibrarySize = million): Bench {
  return inFolder((path) => {
    const random = randomFrom(seed)
    const words = makeVocabulary(random, 20_000)
    const began = performance.now()
    const ids = build(path, makeMeetings(random, words, size), progress, () => {})
    const buildMs = performance.now() - began
    // Opened anew: what was cached while writing must not help.
    using store = openStore(path)
    const table = measure(store, random, words, ids, (of, query, filters) => {
      of.search.find(query, limit, filters)
    })
    const all = table.at(-1)
    return {
      title: `Full text over ${size.meetings * size.segments} segments`,
      figures: [
        atMost(textP95Ms, told('full text, p95', all?.p95Ms ?? 0, 'ms')),
        told('full text, p50', all?.p50Ms ?? 0, 'ms'),
        told('full text, longest', all?.maxMs ?? 0, 'ms'),
        told('full text, database', rounded(statSync(path).size / 1e6, 0), 'MB'),
        told('full text, building', rounded(buildMs / 1000, 0), 's'),
      ],
      table,
    }
  })
}

/** By words and meaning over a thousand hours: searching, and looking for what a question may be answered from. */
export function benchSearchByMeaning(progress: Progress, size: LibrarySize = thousandHours): Bench {
  return inFolder((path) => {
    const random = randomFrom(seed)
    const words = makeVocabulary(random, 20_000)
    const subjects = Array.from({ length: 400 }, () => vector(random, null))
    let passages = 0
    const ids = build(
      path,
      makeMeetings(random, words, size),
      progress,
      (store, { id, segments }) => {
        const cut = cutPassages(segments)
        passages += cut.length
        const read = cut.map((passage) => ({
          ...passage,
          vector: vector(random, pick(random, subjects)),
        }))
        store.passages.add(id, model, read)
        const fingerprints = cut.map(({ fingerprint }) => fingerprint)
        store.passages.finish(id, model, fingerprints)
      },
    )
    using store = openStore(path)
    if (store.passages.problem !== null) throw new Error(store.passages.problem)
    const coldBegan = performance.now()
    store.passages.nearest(model, vector(random, pick(random, subjects)), {
      limit,
      filters: anywhere,
    })
    const firstMs = performance.now() - coldBegan
    const near = () => {
      const asked = vector(random, pick(random, subjects))
      return {
        nearest: (filters: SearchFilters, most: number) =>
          store.passages.nearest(model, asked, { limit: most, filters }),
        without: null,
      }
    }
    const table = measure(store, random, words, ids, (of, query, filters) => {
      searchByBoth(of.search, { query, filters, limit }, near())
    })
    const questions = measure(store, random, words, ids, (of, query, filters) => {
      findSources(of.search, readQuestion(`When is the ${query}?`), filters, near())
    })
    const all = table.at(-1)
    const question = questions.at(-1)
    return {
      title: `Words and meaning over ${size.meetings} hours, ${passages} passages of ${dimensions} dimensions, the embedding of the query left out`,
      figures: [
        atMost(bothP95Ms, told('words and meaning, p95', all?.p95Ms ?? 0, 'ms')),
        told('words and meaning, p50', all?.p50Ms ?? 0, 'ms'),
        told('words and meaning, longest', all?.maxMs ?? 0, 'ms'),
        told('meaning, first search after opening', rounded(firstMs), 'ms'),
        told('sources of a question, p50', question?.p50Ms ?? 0, 'ms'),
        told('sources of a question, p95', question?.p95Ms ?? 0, 'ms'),
        told('words and meaning, database', rounded(statSync(path).size / 1e6, 0), 'MB'),
        told('vectors', rounded((passages * (dimensions + dimensions / 8)) / 1e6, 0), 'MB'),
      ],
      table: [...table, ...questions.map((row) => ({ ...row, kind: `question: ${row.kind}` }))],
    }
  })
}

function inFolder(work: (path: string) => Bench): Bench {
  const folder = mkdtempSync(join(tmpdir(), 'rtstt-bench-'))
  try {
    return work(join(folder, 'rtstt.db'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function build(
  path: string,
  meetings: Iterable<CorpusMeeting>,
  progress: Progress,
  also: (store: Store, meeting: CorpusMeeting) => void,
): MeetingId[] {
  using store = openStore(path)
  const ids: MeetingId[] = []
  for (const meeting of meetings) {
    store.transaction(() => keep(store, meeting))
    also(store, meeting)
    ids.push(meeting.id)
    if (ids.length % 200 === 0) progress(`${ids.length} meetings`)
  }
  return ids
}

/** Without the times of words, which no search reads: a tenth of the writing. */
function keep(store: Store, { id, title, startedAtMs, segments }: CorpusMeeting): void {
  const tracks = ['me', 'them'] as const
  const about = { language: 'en', model: 'bench', tracks, source: null, vocabulary: [] }
  store.meetings.create({ id, title, startedAtMs, ...about })
  const spoken = segments.map((segment, place) => ({
    ...segment,
    speaker: segment.track === 'me' ? null : (['Anna', 'Bruno', 'Carla'][place % 3] ?? null),
    words: [],
  }))
  store.segments.commit(id, spoken, { track: 'me', reader: RECOGNITION, toSample: 0 })
  store.meetings.setState(id, 'done')
}

interface Times {
  readonly kind: string
  readonly queries: number
  readonly p50Ms: number
  readonly p95Ms: number
  readonly maxMs: number
}

/** Each kind of query without filters and with each of them; the last row is all of them. */
function measure(
  store: Store,
  random: Random,
  words: readonly string[],
  ids: readonly MeetingId[],
  ask: Ask,
): Array<Times & Record<string, string | number>> {
  const rare = () => pick(random, words.slice(2_000))
  const common = () => pick(random, words.slice(0, 60))
  const kinds: ReadonlyArray<readonly [string, () => string]> = [
    ['rare word', rare],
    ['common word', common],
    ['two common words', () => `${common()} ${common()}`],
    ['common and rare', () => `${common()} ${rare()}`],
    ['beginning of a word', () => rare().slice(0, 1 + Math.floor(random() * 4))],
    [
      'words and a beginning',
      () => `${common()} ${pickFrequent(random, words)} ${common().slice(0, 2)}`,
    ],
    ['phrase of common words', () => `"${common()} ${common()} ${common()}"`],
    ['no hit', () => `${rare()}qq ${common()}`],
  ]
  const some: ReadonlyArray<readonly [string, () => SearchFilters]> = [
    ['', () => anywhere],
    [', one meeting', () => ({ ...anywhere, meetingId: pick(random, ids) })],
    [', one track', () => ({ ...anywhere, track: 'me' })],
    [', one speaker', () => ({ ...anywhere, speaker: 'Anna' })],
    [', a month', () => ({ ...anywhere, from: '2025-06-01', to: '2025-06-30' })],
  ]
  const rows: Times[] = []
  const all: number[] = []
  for (const [kind, query] of kinds) {
    for (const [filtered, filters] of some) {
      const times = Array.from({ length: queriesOfEachKind }, () => {
        const [text, where] = [query(), filters()]
        const began = performance.now()
        ask(store, text, where)
        return performance.now() - began
      })
      all.push(...times)
      rows.push(timesOf(kind + filtered, times))
    }
  }
  return [...rows, timesOf('all', all)].map((row) => ({ ...row }))
}

function timesOf(kind: string, times: readonly number[]): Times {
  return {
    kind,
    queries: times.length,
    p50Ms: rounded(quantile(times, 0.5)),
    p95Ms: rounded(quantile(times, 0.95)),
    maxMs: rounded(Math.max(...times)),
  }
}

/** Of unit length; near another one where that is given. */
function vector(random: Random, near: Float32Array | null): Float32Array {
  const made = new Float32Array(dimensions)
  let square = 0
  for (let place = 0; place < dimensions; place += 1) {
    const value =
      (near?.[place] ?? 0) * Math.sqrt(dimensions) * 0.8 + (random() + random() - 1) * 1.5
    made[place] = value
    square += value * value
  }
  return made.map((value) => value / Math.sqrt(square))
}
