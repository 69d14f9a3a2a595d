/**
 * What reading again buys: the words that are wrong half a minute after they were said, with and without it, beside what
 * the same model makes of the whole recording; and how often shown text changes for it.
 */
import type { EngineEvent } from '#contract/events.ts'
import type { SegmentId } from '#contract/ids.ts'
import type { Segment, TrackName } from '#contract/transcript.ts'
import { wordErrorRate, type WordErrors, wordErrors } from '../src-main/testing/word-errors.ts'
import { type Bench, type Figure, rounded, told } from './figures.ts'
import { readOffline } from './replay/read-offline.ts'
import { type HeardEvent, replay, type Replayed } from './replay/replay.ts'
import { soundOf } from './replay/sound.ts'
import { readBank } from './sounds/bank.ts'
import { compose, type Scene } from './sounds/compose.ts'
import { noisy } from './sounds/effects.ts'

/** Text is judged when it is so old. */
const ageMs = 30_000

/** Quiet sound after the last word, in which it grows old. */
const tailMs = 35_000

export async function benchSpeeds(minutes: number): Promise<Bench> {
  const scene = compose(await readBank(), { manner: 'talk', seconds: minutes * 60, seed: 7 })
  const scenes = [
    ['clear', scene],
    ['noise, 12 dB under the speech', withNoise(scene, 12)],
    ['noise, 6 dB under the speech', withNoise(scene, 6)],
  ] as const
  const rows = []
  const figures: Figure[] = []
  for (const [name, heard] of scenes) {
    const row = await measure(heard)
    rows.push({ scene: `${name}:`.padEnd(32), ...row })
    figures.push(told(`wrong after 30 s without / with reading again, ${name}`, row.gain, 'points'))
  }
  return {
    title: 'Reading again (composed meeting at real pace, test model)',
    figures,
    table: rows,
  }
}

function withNoise({ sound, said }: Scene, snrDb: number): Scene {
  const tracks = sound.tracks.map((track, n) => {
    const clear = sound.read(track, 0, sound.length)
    return [track, noisy(clear, snrDb, n + 1)] as const
  })
  return { sound: soundOf(Object.fromEntries(tracks)), said }
}

async function measure(scene: Scene) {
  const sound = withTail(scene)
  const plain = await replay(sound, { clock: 'real', finalPass: 'off' })
  const again = await replay(sound, { clock: 'real', finalPass: 'whole' })
  const offline = await readOffline(sound)
  const rate = (of: (track: TrackName) => string): number => {
    const errors = scene.sound.tracks.map((track) => wordErrors(saidOn(scene, track), of(track)))
    return rounded(100 * wordErrorRate(errors satisfies WordErrors[]))
  }
  const kept = (segments: readonly Segment[]) => (track: TrackName) => textOf(segments, track)
  const without = rate(kept(agedText(plain.events)))
  const aged = rate(kept(agedText(again.events)))
  return {
    'live %': without,
    'with reading again %': aged,
    'after the final pass %': rate(kept(again.transcript.segments)),
    'whole recording %': rate(kept(offline.segments)),
    gain: rounded(without - aged),
    ...changesOf(again),
  }
}

function withTail({ sound }: Scene) {
  const length = sound.length + tailMs * 16
  return { ...sound, length, read: sound.read.bind(sound) }
}

function saidOn({ said }: Scene, track: TrackName): string {
  return said
    .filter((sentence) => sentence.track === track)
    .flatMap(({ words }) => words.map(({ text }) => text))
    .join(' ')
}

function textOf(segments: readonly Segment[], of: TrackName): string {
  return segments
    .filter(({ track }) => track === of)
    .toSorted((a, b) => a.startMs - b.startMs)
    .map(({ text }) => text)
    .join(' ')
}

/** Each segment as it was shown when it was half a minute old. */
function agedText(events: readonly HeardEvent[]): Segment[] {
  const shown = new Map<SegmentId, Segment>()
  const aged: Segment[] = []
  const age = (nowMs: number): void => {
    for (const [id, segment] of shown) {
      if (nowMs < segment.endMs + ageMs) continue
      aged.push(segment)
      shown.delete(id)
    }
  }
  const done = new Set<SegmentId>()
  for (const { atMs, event } of events) {
    age(atMs)
    for (const { id } of aged) done.add(id)
    for (const id of goneIn(event)) shown.delete(id)
    for (const segment of segmentsIn(event)) {
      // What is old enough already is judged as it was.
      const old = event.type === 'segments.revised' && atMs >= segment.endMs + ageMs
      if (!done.has(segment.id) && !old) shown.set(segment.id, segment)
    }
  }
  return [...aged, ...shown.values()]
}

function segmentsIn(event: EngineEvent): readonly Segment[] {
  if (event.type === 'segment.committed') return [event.segment]
  return event.type === 'segments.revised' ? event.segments : []
}

function goneIn(event: EngineEvent): readonly SegmentId[] {
  return event.type === 'segments.revised' ? event.removed : []
}

function changesOf({ events, transcript }: Replayed) {
  const stopAt = events.findIndex(({ event }) => event.type === 'meeting.stopped')
  const revised = (some: readonly HeardEvent[]): number =>
    some.reduce(
      (sum, { event }) => sum + (event.type === 'segments.revised' ? event.segments.length : 0),
      0,
    )
  return {
    sentences: transcript.segments.length,
    'changed in the call': revised(events.slice(0, stopAt)),
    'changed after it': revised(events.slice(stopAt)),
  }
}
