/** What the whole program holds in memory over hours of a meeting in which somebody speaks now and then. */
import { atMost, type Bench, rounded, told } from './figures.ts'
import { type HeardEvent, replay } from './replay/replay.ts'
import type { Sound } from './replay/sound.ts'
import { residentOfAll } from './resident.ts'
import { readBank } from './sounds/bank.ts'
import { compose } from './sounds/compose.ts'

/** Said over and over, so that the sound itself takes no memory. */
const sceneSeconds = 300
/** How often memory is looked at, by the wall clock. */
const sampleMs = 1000

interface Sample {
  readonly atMs: number
  readonly megabytes: number
}

export async function benchSoak(hours: number): Promise<Bench> {
  const samples: Sample[] = []
  let lastMs = -Infinity
  const onEvent = ({ atMs }: HeardEvent): void => {
    if (performance.now() - lastMs < sampleMs) return
    lastMs = performance.now()
    samples.push({ atMs, megabytes: residentOfAll() / 1e6 })
  }
  const sound = await sparseMeeting(hours * 3600)
  const played = await replay(sound, { clock: 'stopped', keepEvents: false, onEvent })
  const { segments } = played.transcript
  return {
    title: `Memory over ${hours} h of a meeting (time compressed, test model, engine and recognition together)`,
    figures: [
      atMost(450, told('most memory held by all processes', most(samples), 'MB')),
      atMost(10, told('growth in the second half', growth(samples), 'MB/h')),
      told(
        'words committed',
        segments.reduce((sum, { words }) => sum + words.length, 0),
        '',
      ),
      told('segments kept', segments.length, ''),
      told('sound time / wall time', rounded((hours * 3_600_000) / played.wallMs, 1), 'x'),
      atMost(0, told('captured and never read', rounded(played.meeting.unreadMs / 1000), 's')),
    ],
    table: hourly(samples),
  }
}

async function sparseMeeting(seconds: number): Promise<Sound> {
  const { sound } = compose(await readBank(), { manner: 'sparse', seconds: sceneSeconds, seed: 21 })
  return {
    tracks: sound.tracks,
    length: Math.round(seconds * 16_000),
    read(track, from, to) {
      const at = from % sound.length
      const end = at + to - from
      // Pieces of 20 ms part the scene evenly; only the last one may be shorter.
      return sound.read(track, at, Math.min(end, sound.length))
    },
  }
}

function most(samples: readonly Sample[]): number {
  return rounded(Math.max(...samples.map(({ megabytes }) => megabytes)), 0)
}

/** The slope of the straight line that lies closest to what was held once everything had been used. */
function growth(samples: readonly Sample[]): number {
  const half = (samples.at(-1)?.atMs ?? 0) / 2
  const later = samples.filter(({ atMs }) => atMs >= half)
  const mean = (of: (sample: Sample) => number): number =>
    later.reduce((sum, sample) => sum + of(sample), 0) / later.length
  const [hour, megabyte] = [mean(hourOf), mean(({ megabytes }) => megabytes)]
  const spread = mean((sample) => (hourOf(sample) - hour) ** 2)
  const together = mean((sample) => (hourOf(sample) - hour) * (sample.megabytes - megabyte))
  return rounded(together / spread, 1)
}

function hourOf({ atMs }: Sample): number {
  return atMs / 3_600_000
}

/** Least and most in each quarter of an hour. */
function hourly(samples: readonly Sample[]) {
  const quarters = Map.groupBy(samples, (sample) => Math.floor(hourOf(sample) * 4))
  return Array.from(quarters, ([quarter, all]) => ({
    hour: quarter / 4,
    'least MB': rounded(Math.min(...all.map(({ megabytes }) => megabytes)), 0),
    'most MB': most(all),
  }))
}
