/** Whether the microphone's text repeats what a loudspeaker said, and whether anybody's own words are lost for it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Word } from '#contract/transcript.ts'
import { toInt16 } from '#engine/audio/frames.ts'
import { findBleed, reach } from '#engine/bleed/find-bleed.ts'
import { assemble } from '../src-main/assemble.ts'
import type { Room } from '../src-main/testing/room.ts'
import { makeScene, type Said, type Scene, stereoWav } from '../src-main/testing/two-track-scene.ts'
import { atMost, type Bench, type Figure, quantile, rounded, told } from './figures.ts'
import { plainMeeting } from '../src-main/testing/plain-meeting.ts'

const seconds = 44
const noiseDb = -60

const rooms: ReadonlyArray<readonly [string, Room | null]> = [
  ['desk, 3 ms, -3.2 dB', { delayMs: 3, levelDb: -3.2, tailMs: 0, device: 'clean' }],
  ['desk, 30 ms, -10 dB', { delayMs: 30, levelDb: -10, tailMs: 0, device: 'clean' }],
  ['lively room, 80 ms, -6 dB', { delayMs: 80, levelDb: -6, tailMs: 400, device: 'clean' }],
  ['lively room, 150 ms, -14 dB', { delayMs: 150, levelDb: -14, tailMs: 400, device: 'clean' }],
  ['desk, 150 ms, -20 dB', { delayMs: 150, levelDb: -20, tailMs: 0, device: 'clean' }],
  ['small loudspeaker, 40 ms, -10 dB', room('distorting', 40, -10)],
  ['levelling microphone, 120 ms, -12 dB', room('levelling', 120, -12)],
  ['headphones', null],
]

function room(device: Room['device'], delayMs: number, levelDb: number): Room {
  return { device, delayMs, levelDb, tailMs: 250 }
}

interface Counts {
  /** Words that the other side said and the microphone's text repeats. */
  readonly repeated: number
  /** Words that were said at the microphone. */
  readonly own: number
  /** Words that neither said: misheard, most of them where both talk. */
  readonly other: number
}

export async function benchBleed(): Promise<Bench> {
  const data = mkdtempSync(join(tmpdir(), 'rtstt-bench-'))
  try {
    await using engine = await assemble({ dataFolder: data })
    const rows = []
    for (const talk of ['none', 'over'] as const) {
      for (const [name, where] of rooms) {
        if (talk === 'none' && !where) continue
        const scene = makeScene({ seconds, talk, room: where, noiseDb })
        const wordsOf = async (them: Float32Array): Promise<Counts> =>
          count(await listen(engine, { ...scene, them }, join(data, 'scene.wav')), scene, where)
        // Where nothing is known of what was played, nothing can be taken away.
        const before = await wordsOf(new Float32Array(scene.them.length))
        rows.push({ name, talk, before, after: await wordsOf(scene.them) })
      }
    }
    return {
      title: 'Loudspeaker in the microphone (synthetic rooms, test model, CPU)',
      figures: figuresOf(rows),
      table: rows.map(tableRow),
    }
  } finally {
    rmSync(data, { recursive: true, force: true, maxRetries: 5 })
  }
}

type Engine = Awaited<ReturnType<typeof assemble>>

/** The words of the microphone's track. */
async function listen(
  engine: Engine,
  tracks: Pick<Scene, 'me' | 'them'>,
  path: string,
): Promise<Word[]> {
  writeFileSync(path, stereoWav(tracks))
  const over = Promise.withResolvers<void>()
  const unsubscribe = engine.subscribe((event) => {
    if (event.type === 'meeting.stopped') over.resolve()
  })
  const { id: meetingId } = await engine.api['meeting.start']({
    source: { kind: 'file', path, pace: 'fast', channels: 'split' },
    ...plainMeeting,
  })
  await over.promise
  unsubscribe()
  const { segments } = await engine.api['meeting.read']({ meetingId })
  return segments.filter(({ track }) => track === 'me').flatMap(({ words }) => words)
}

/** How far a word may be heard from where it was said. */
const nearMs = 1000

/** Whose word each one is: theirs who said it nearest in time. */
function count(words: readonly Word[], scene: Scene, where: Room | null): Counts {
  const counts = { repeated: 0, own: 0, other: 0 }
  for (const word of words) {
    const own = distance(word, scene.saidByMe, 0)
    const theirs = where ? distance(word, scene.saidByThem, where.delayMs) : Infinity
    if (Math.min(own, theirs) > nearMs) counts.other++
    else if (own <= theirs) counts.own++
    else counts.repeated++
  }
  return counts
}

function distance(word: Word, said: readonly Said[], laterMs: number): number {
  const middleMs = (word.startMs + word.endMs) / 2
  const places = said.flatMap(wordsOf).filter(({ text }) => text === plain(word.text))
  return Math.min(...places.map(({ atMs }) => Math.abs(atMs + laterMs - middleMs)))
}

/** A sentence's words share its time by their letters. */
function wordsOf({ text, startMs, endMs }: Said): Array<{ text: string; atMs: number }> {
  const words = text.split(/\s+/)
  const letters = words.reduce((sum, word) => sum + word.length, 0)
  let before = 0
  return words.map((word) => {
    const atMs = startMs + ((endMs - startMs) * (before + word.length / 2)) / letters
    before += word.length
    return { text: plain(word), atMs }
  })
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}

interface Row {
  readonly name: string
  readonly talk: 'none' | 'over'
  readonly before: Counts
  readonly after: Counts
}

function tableRow({ name, talk, before, after }: Row) {
  return {
    room: `${name}${talk === 'over' ? ', both talk' : ''}:`.padEnd(50),
    'repeated words': `${before.repeated} -> ${after.repeated}`.padEnd(10),
    'own words': `${before.own} -> ${after.own}`.padEnd(9),
    others: `${before.other} -> ${after.other}`,
  }
}

function figuresOf(rows: readonly Row[]): Figure[] {
  const sum = (talk: Row['talk'], of: (row: Row) => number): number =>
    rows.filter((row) => row.talk === talk).reduce((total, row) => total + of(row), 0)
  const left = (talk: Row['talk']): number =>
    rounded(
      (100 * sum(talk, ({ after }) => after.repeated)) /
        Math.max(
          1,
          sum(talk, ({ before }) => before.repeated),
        ),
    )
  const lost = sum('over', ({ before, after }) => Math.max(0, before.own - after.own))
  return [
    atMost(1, told('repeated words left, only the other side talks', left('none'), '%')),
    told('repeated words left, both talk at once', left('over'), '%'),
    atMost(0, told('own words lost, both talk at once', lost, 'words')),
    told(
      'of own words heard',
      sum('over', ({ before }) => before.own),
      'words',
    ),
    atMost(1, told('one core, while both tracks sound', cost(), '%')),
  ]
}

/** Processor time for each second of sound, for utterances of ten seconds; the best of many, for others compute too. */
function cost(): number {
  const lasting = 10
  const { me, them } = makeScene({
    seconds: 20,
    talk: 'none',
    room: { delayMs: 30, levelDb: -6, tailMs: 0, device: 'clean' },
    noiseDb,
  })
  const from = 16_000
  const to = from + lasting * 16_000
  const heard = toInt16(me).subarray(from, to)
  const played = toInt16(them).subarray(from - reach.ahead, to + reach.behind)
  const spent = Array.from({ length: 20 }, () => {
    const before = process.cpuUsage()
    findBleed(heard, played)
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1e6 / lasting
  })
  return rounded(100 * quantile(spent, 0.1), 2)
}
