/** Whether live text stays true where it is hard to hear: long, loud, narrow, noisy, or all at once. */
import { atMost, type Bench, rounded, told } from './figures.ts'
import { measureTracks, type TrackMeasures } from './live-metrics.ts'
import { readOffline } from './replay/read-offline.ts'
import { replay } from './replay/replay.ts'
import { type BankVoice, readBank } from './sounds/bank.ts'
import { hardships } from './sounds/hardships.ts'

/** What is not long takes this part of the time. */
const shortShare = 0.1

/** `minutes` of monologue; the others are shorter. */
export async function benchHardship(minutes: number): Promise<Bench> {
  const bank = await readBank()
  const table = []
  const measures: TrackMeasures[] = []
  for (const name of Object.keys(hardships) as (keyof typeof hardships)[]) {
    const share = name === 'monologue without a pause' ? 1 : shortShare
    const found = await measureHardship(bank, name, Math.ceil(minutes * 60 * share))
    measures.push(...found)
    table.push({ meeting: name, ...rowOf(found) })
  }
  const sum = (of: (track: TrackMeasures) => number): number =>
    measures.reduce((total, track) => total + of(track), 0)
  return {
    title: 'Hard meetings (test model, CPU, the sound stands still while anything is computed)',
    figures: [
      atMost(0, told('committed words changed or removed', sum(changed), 'words')),
      atMost(
        1,
        told('words too many, live less whole recording', inventedPoints(measures), 'points'),
      ),
      atMost(0, told('voice heard and never decoded', rounded(sum(undecoded) / 1000), 's')),
      atMost(
        0,
        told('captured and never read', rounded(sum((track) => track.unreadMs) / 1000), 's'),
      ),
    ],
    table,
  }
}

const changed = ({ committedChanged }: TrackMeasures): number => committedChanged
const undecoded = ({ undecodedMs }: TrackMeasures): number => undecodedMs ?? 0

export async function measureHardship(
  bank: readonly BankVoice[],
  name: keyof typeof hardships,
  seconds: number,
): Promise<TrackMeasures[]> {
  const { sound, said } = hardships[name](bank, seconds)
  const replayed = await replay(sound, { clock: 'stopped' })
  return measureTracks(replayed, said, await readOffline(sound))
}

/** What live text holds too much of beyond what the same model does to the whole recording, of the words said. */
export function inventedPoints(measures: readonly TrackMeasures[]): number {
  const sum = (of: (track: TrackMeasures) => number): number =>
    measures.reduce((total, track) => total + of(track), 0)
  const beyond = sum(({ live, offline }) => live.inserted - (offline?.inserted ?? 0))
  return rounded(
    (100 * beyond) /
      Math.max(
        1,
        sum(({ live }) => live.words),
      ),
  )
}

function rowOf(measures: readonly TrackMeasures[]) {
  const counts = (errors: readonly (TrackMeasures['offline'] | null)[]): string =>
    (['substituted', 'deleted', 'inserted'] as const)
      .map((kind) => errors.reduce((sum, some) => sum + (some?.[kind] ?? 0), 0))
      .join('/')
  return {
    seconds: rounded(Math.max(...measures.map(({ soundMs }) => soundMs)) / 1000, 0),
    said: measures.reduce((sum, { live }) => sum + live.words, 0),
    'wrong/missing/too many': counts(measures.map(({ live }) => live)),
    'whole recording': counts(measures.map(({ offline }) => offline)),
    'said twice': measures.reduce((sum, { seams }) => sum + (seams?.repeated ?? 0), 0),
  }
}
