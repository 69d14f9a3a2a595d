/** How soon, how steady and how right text is while a meeting is spoken. */
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { busyCore } from './busy-core.ts'
import type { Bench } from './figures.ts'
import { rounded } from './figures.ts'
import { liveFigures } from './live-figures.ts'
import { measureTracks, type TrackMeasures } from './live-metrics.ts'
import { bundledScenes, fileScene, type LiveScene } from './live-scenes.ts'
import { readOffline } from './replay/read-offline.ts'
import { type HeardEvent, replay, type ReplayClock, type ReplayWishes } from './replay/replay.ts'

export interface LiveWishes extends Pick<ReplayWishes, 'model' | 'adapt'> {
  readonly clock: ReplayClock
  /** One core is kept busy by another program. */
  readonly hog: boolean
  /** Where every event is written as a line of JSON. */
  readonly events: string | null
}

export async function benchLive(files: readonly string[], wishes: LiveWishes): Promise<Bench> {
  const scenes = files.length > 0 ? await Promise.all(files.map(fileScene)) : await bundledScenes()
  const measures = await measureScenes(scenes, wishes)
  const { clock, hog, model = 'test model' } = wishes
  const pace =
    clock === 'real' ? 'at real pace' : 'the sound stands still while anything is computed'
  return {
    title: `Live text (${scenes.map(({ name }) => name).join(', ')}; ${model}, CPU; ${pace}${hog ? ', one core busy' : ''})`,
    figures: liveFigures(measures),
    table: measures.map(rowOf),
  }
}

/** Plays every scene and measures each of its tracks. */
export async function measureScenes(
  scenes: readonly LiveScene[],
  { hog, events, ...wishes }: LiveWishes,
): Promise<TrackMeasures[]> {
  await using _busy = hog ? await busyCore() : null
  await using lines = events === null ? null : eventLines(events)
  const measures: TrackMeasures[] = []
  for (const { name, sound, said } of scenes) {
    const onEvent = (heard: HeardEvent): void => lines?.write({ scene: name, ...heard })
    const replayed = await replay(sound, { ...wishes, onEvent })
    const offline = await readOffline(sound, wishes.model)
    measures.push(...measureTracks(replayed, said, offline))
  }
  return measures
}

function eventLines(path: string) {
  const file = createWriteStream(path)
  return {
    write: (line: object) => void file.write(`${JSON.stringify(line)}\n`),
    async [Symbol.asyncDispose]() {
      file.end()
      await finished(file)
    },
  }
}

function rowOf({ track, live, offline, words, erased, soundMs }: TrackMeasures) {
  return {
    track,
    seconds: rounded(soundMs / 1000, 0),
    said: live.words,
    committed: words,
    'wrong/missing/too many': `${live.substituted}/${live.deleted}/${live.inserted}`,
    ...(offline && {
      'whole recording': `${offline.substituted}/${offline.deleted}/${offline.inserted}`,
    }),
    erased,
  }
}
