/** What each rule of live text buys: the same scenes with one rule after the other taken away or changed. */
import { toSamples } from '#engine/audio/frames.ts'
import { hopRules } from '#engine/recognition/hop.ts'
import { type LiveRules, liveRules } from '#engine/recognition/live-rules.ts'
import { wordErrorRate } from '../src-main/testing/word-errors.ts'
import { type Bench, quantile, rounded } from './figures.ts'
import { measureTracks, type TrackMeasures } from './live-metrics.ts'
import type { LiveScene } from './live-scenes.ts'
import { readOffline } from './replay/read-offline.ts'
import { replay } from './replay/replay.ts'
import { soundOf } from './replay/sound.ts'
import { readBank } from './sounds/bank.ts'
import { compose } from './sounds/compose.ts'
import { noisy } from './sounds/effects.ts'

type Variant = readonly [name: string, rules: LiveRules]

function changed(name: string, change: Partial<LiveRules>): Variant {
  return [name, { ...liveRules, ...change }]
}

/** How little time between looks is tried. */
const hopEvery = (leastMs: number) => ({ hop: { ...hopRules, leastMs } })

const variants: readonly Variant[] = [
  ['as it is', liveRules],
  changed('one look settles', { witnesses: 1 }),
  changed('no guard', { guardMs: 0 }),
  changed('guard of 300 ms', { guardMs: 300 }),
  changed('guard of 800 ms', { guardMs: 800 }),
  changed('windows are not trimmed', { trimFrom: Infinity }),
  changed('windows are trimmed from 2.5 s on', { trimFrom: toSamples(2_500) }),
  changed('seams are where the words say', { seamReach: 0 }),
  changed('no look at the end', { looksAtEnd: false }),
  changed('the whole window of the model', { wholeWindow: true }),
  changed('looks 0.25 s apart', hopEvery(250)),
  changed('looks 0.8 s apart', hopEvery(800)),
  changed('first look after 0.7 s', { firstLook: toSamples(700) }),
  changed('first look after 1.2 s', { firstLook: toSamples(1_200) }),
]

export async function benchPolicy(seconds: number): Promise<Bench> {
  const scenes = await scenesOf(seconds)
  const offline = await Promise.all(scenes.map(({ sound }) => readOffline(sound)))
  const table = []
  for (const [name, rules] of variants) {
    const measures: TrackMeasures[] = []
    const errors: number[] = []
    for (const [index, { sound, said }] of scenes.entries()) {
      const replayed = await replay(sound, {
        clock: 'stopped',
        adapt: (parts) => ({ ...parts, liveRules: rules }),
      })
      const tracks = measureTracks(replayed, said, offline[index] ?? null)
      measures.push(...tracks)
      errors.push(rounded(100 * wordErrorRate(tracks.map(({ live }) => live)), 1))
    }
    table.push({ rules: name, 'word errors %': errors.join('/'), ...rowOf(measures) })
  }
  return {
    title: `What each rule buys (${seconds} s each of talk, a monologue, and talk in noise)`,
    figures: [],
    table,
  }
}

/** Noise in which the test model still hears most of what is said. */
const snrDb = 12

async function scenesOf(seconds: number): Promise<LiveScene[]> {
  const bank = await readBank()
  const talk = compose(bank, { manner: 'talk', seconds, seed: 5 })
  const loud = compose(bank, { manner: 'talk', seconds, seed: 6 })
  const heard = (track: 'me' | 'them') =>
    noisy(loud.sound.read(track, 0, loud.sound.length), snrDb, 9)
  return [
    { name: 'talk', ...talk },
    { name: 'monologue', ...compose(bank, { manner: 'monologue', seconds, seed: 5 }) },
    { name: 'noise', said: loud.said, sound: soundOf({ me: heard('me'), them: heard('them') }) },
  ]
}

function rowOf(all: readonly TrackMeasures[]) {
  const commits = all.flatMap(({ commitMs }) => commitMs)
  const firsts = all.flatMap(({ firstWordMs }) => firstWordMs)
  const words = all.reduce((sum, track) => sum + track.words, 0)
  const erased = all.reduce((sum, track) => sum + track.erased, 0)
  const decodeMs = all.flatMap(({ decodes }) => decodes.costMs).reduce((sum, ms) => sum + ms, 0)
  return {
    'first p50/p95 ms': `${whole(firsts, 0.5)}/${whole(firsts, 0.95)}`,
    'committed p50/p95 ms': `${whole(commits, 0.5)}/${whole(commits, 0.95)}`,
    erased: rounded(erased / Math.max(1, words), 3),
    'decoding ms a word': rounded(decodeMs / Math.max(1, words), 1),
  }
}

function whole(values: readonly number[], share: number): number {
  return rounded(quantile(values, share), 0)
}
