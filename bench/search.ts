/**
 * How long a search takes in a large library: 200 meetings with 100,000 segments, written through
 * the real store into a real file.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { RECOGNITION } from '#engine/store/reader-positions.ts'
import { newKey } from '#engine/keys/folder-keys.ts'
import { type DatabaseKeys, settleDatabase } from '#engine/store/settle-database.sqlite.ts'
import { openStore } from '#engine/store/store.sqlite.ts'
import type { Store } from '#engine/store/store.ts'
import { atMost, type Bench, quantile, rounded, told } from './figures.ts'
import {
  type CorpusMeeting,
  makeMeetings,
  makeVocabulary,
  pick,
  pickFrequent,
  type Random,
  randomFrom,
  seed,
} from './search-corpus.ts'

const size = { meetings: 200, segments: 500 }
const vocabularySize = 20_000
const queriesOfEachKind = 60
const limit = 50
/** What the product promises: 95 of 100 searches are faster. */
const targetP95Ms = 20

type SearchTimes = {
  readonly kind: string
  readonly queries: number
  /** Hits of an average query, at most the limit. */
  readonly hits: number
  readonly p50Ms: number
  readonly p95Ms: number
  readonly maxMs: number
}

/** Builds the library in a temporary folder, searches it, and removes it. */
export async function benchSearch(): Promise<Bench> {
  const folder = mkdtempSync(join(tmpdir(), 'rtstt-bench-'))
  try {
    return measure(join(folder, 'rtstt.db'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function measure(path: string): Bench {
  const random = randomFrom(seed)
  const vocabulary = makeVocabulary(random, vocabularySize)
  const began = performance.now()
  const built = build(path, makeMeetings(random, vocabulary, size))
  const buildMs = Math.round(performance.now() - began)
  const queries = makeQueries(random, vocabulary, built.samples)
  const { all: plain } = searchOpened(path, null, queries)
  const encryptBegan = performance.now()
  const key = settleDatabase(path, firstKey())
  const encryptMs = Math.round(performance.now() - encryptBegan)
  const { table, all } = searchOpened(path, key, queries)
  return {
    title: `Searching ${built.segments} segments, the first ${limit} hits of ${all.queries} queries`,
    figures: [
      atMost(targetP95Ms, told('search, p95', all.p95Ms, 'ms')),
      told('search, p50', all.p50Ms, 'ms'),
      told('search, longest', all.maxMs, 'ms'),
      told('search, p95, not encrypted', plain.p95Ms, 'ms'),
      told('search, p50, not encrypted', plain.p50Ms, 'ms'),
      told('encrypted to not encrypted, p95', rounded(all.p95Ms / plain.p95Ms), ''),
      told('encrypting it later', encryptMs, 'ms'),
      told('words stored', built.words, ''),
      told('database', rounded(statSync(path).size / 1e6, 0), 'MB'),
      told('building it', buildMs, 'ms'),
    ],
    table,
  }
}

/** Opened anew: what was cached while writing must not help. */
function searchOpened(path: string, key: Uint8Array | null, queries: Queries) {
  using store = openStore(path, { key })
  const table = searchAll(store, queries)
  const all = table.at(-1)
  if (!all) throw new Error('nothing was measured')
  return { table, all }
}

function firstKey(): DatabaseKeys {
  return { key: newKey(), before: () => 'plain', converting() {}, converted() {} }
}

interface Built {
  readonly segments: number
  readonly words: number
  /** Some of the texts, to take phrases from. */
  readonly samples: readonly string[]
}

function build(path: string, meetings: Iterable<CorpusMeeting>): Built {
  using store = openStore(path)
  let segments = 0
  let words = 0
  const samples: string[] = []
  for (const meeting of meetings) {
    store.transaction(() => keep(store, meeting))
    segments += meeting.segments.length
    for (const segment of meeting.segments) words += segment.words.length
    samples.push(
      ...meeting.segments
        .filter(({ words: { length } }) => length > 6)
        .slice(0, 5)
        .map(({ text }) => text),
    )
  }
  return { segments, words, samples }
}

/** As the engine does: one commit for each segment. */
function keep(store: Store, { id, title, startedAtMs, segments }: CorpusMeeting): void {
  store.meetings.create({
    id,
    title,
    startedAtMs,
    language: 'en',
    model: 'bench',
    tracks: ['me', 'them'],
    source: null,
    vocabulary: [],
  })
  for (const segment of segments) {
    const { track, endMs } = segment
    store.meetings.grow(id, track, endMs * 16)
    store.segments.commit(id, [segment], { track, reader: RECOGNITION, toSample: endMs * 16 })
  }
  store.meetings.setState(id, 'done')
}

type Queries = ReadonlyMap<string, readonly string[]>

function makeQueries(
  random: Random,
  words: readonly string[],
  samples: readonly string[],
): Queries {
  const some = (make: () => string) => Array.from({ length: queriesOfEachKind }, make)
  const rare = () => pick(random, words.slice(2000))
  const common = () => pick(random, words.slice(0, 60))
  const phrase = () => {
    const spoken = pick(random, samples).split(' ')
    const from = Math.floor(random() * (spoken.length - 3))
    return `"${spoken.slice(from, from + 2 + Math.floor(random() * 2)).join(' ')}"`
  }
  return new Map([
    ['rare word', some(rare)],
    ['common word', some(common)],
    ['two common words', some(() => `${common()} ${common()}`)],
    ['common and rare', some(() => `${common()} ${rare()}`)],
    ['prefix while typing', some(() => rare().slice(0, 1 + Math.floor(random() * 4)))],
    [
      'words and a prefix',
      some(() => `${common()} ${pickFrequent(random, words)} ${common().slice(0, 2)}`),
    ],
    ['phrase', some(phrase)],
    ['phrase of common words', some(() => `"${common()} ${common()} ${common()}"`)],
    ['no hit', some(() => `${rare()}qq ${common()}`)],
  ])
}

/** One row for each kind, and one for all of them, asked in turns as people do. */
function searchAll(store: Store, queries: Queries): SearchTimes[] {
  const asked = [...queries].map(([kind, texts]) => ({
    kind,
    runs: texts.map((text) => ask(store, text)),
  }))
  const rows = asked.map(({ kind, runs }) => summarise(kind, runs))
  return [
    ...rows,
    summarise(
      'all',
      asked.flatMap(({ runs }) => runs),
    ),
  ]
}

interface Run {
  readonly ms: number
  readonly hits: number
}

function ask(store: Store, query: string): Run {
  const began = performance.now()
  const hits = store.search.find(query, limit).length
  return { ms: performance.now() - began, hits }
}

function summarise(kind: string, runs: readonly Run[]): SearchTimes {
  const times = runs.map(({ ms }) => ms)
  return {
    kind,
    queries: runs.length,
    hits: rounded(runs.reduce((sum, run) => sum + run.hits, 0) / runs.length),
    p50Ms: rounded(quantile(times, 0.5)),
    p95Ms: rounded(quantile(times, 0.95)),
    maxMs: rounded(Math.max(...times)),
  }
}
