/** Hours of a meeting in as little time as the machine needs: what the program holds must not grow with them. */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { type HeardEvent, replay } from '../../../bench/replay/replay.ts'
import type { Sound } from '../../../bench/replay/sound.ts'
import { residentBytes } from '../../../bench/resident.ts'
import { readBank } from '../../../bench/sounds/bank.ts'
import { compose } from '../../../bench/sounds/compose.ts'
import { forkWorker } from '../forked-with-number.ts'
import type { Row, Trial } from '../fault.ts'

/** Said over and over, so that the sound itself takes no memory. */
const sceneSeconds = 300
const hourMs = 3_600_000
/** Looked at so often in the short form, by the time of the meeting; collecting takes some 30 ms. */
const looks = 12

/**
 * After warming up, for each hour of a meeting: what is told and kept of an hour of talk is about 0.5 MB of text with times, which the engine
 * may hold while the meeting goes on; 24 hours of the bound are less than what the program holds when it does nothing.
 */
const mostHeapMbPerHour = 2
/** Resident memory comes and goes by whole pages of libraries; in a short run nothing can be said of less. */
const noiseMb = 12
const mostWorkerMbPerHour = 2

interface Look {
  readonly atMs: number
  readonly heapMb: number
  readonly workerMb: number
  readonly handles: number
}

export async function soak({ long, say }: Trial): Promise<Row> {
  const hours = long ? 24 : 0.1
  const looked: Look[] = []
  const collect = collector()
  let pid = 0
  let nextMs = 0
  const onEvent = ({ atMs }: HeardEvent): void => {
    if (atMs < nextMs) return
    nextMs = atMs + (hours * hourMs) / (long ? 96 : looks)
    collect()
    looked.push({
      atMs,
      heapMb: process.memoryUsage().heapUsed / 1e6,
      workerMb: pid > 0 ? residentBytes(pid) / 1e6 : 0,
      handles: process.getActiveResourcesInfo().length,
    })
    if (long) say(`${(atMs / hourMs).toFixed(2)} h: ${looked.at(-1)?.heapMb.toFixed(1)} MB`)
  }
  const spawnRecognition = (voiceModelPath: string, backend: string) => {
    const { worker, pid: number } = forkWorker([voiceModelPath, backend])
    pid = number
    return worker
  }
  const sound = await sparse(hours * 3600)
  const { meeting, wallMs } = await replay(sound, {
    clock: 'stopped',
    keepEvents: false,
    onEvent,
    spawnRecognition,
  })
  const settled = looked.filter(({ atMs }) => atMs >= (hours * hourMs) / 3)
  const grown = {
    heap: slope(settled, ({ heapMb }) => heapMb),
    worker: slope(settled, ({ workerMb }) => workerMb),
    handles: (settled.at(-1)?.handles ?? 0) - (settled[0]?.handles ?? 0),
  }
  const gone = (hours * hourMs * 2) / 3 / hourMs
  say(
    `${hours} h at ${((hours * hourMs) / wallMs).toFixed(0)}x: heap ${grown.heap.toFixed(2)} MB/h, worker ${grown.worker.toFixed(2)} MB/h, handles ${grown.handles}`,
  )
  const atMost = (perHour: number): number => Math.max(perHour, noiseMb / gone)
  const broken = [
    ...(grown.heap > Math.max(mostHeapMbPerHour, 2 / gone)
      ? [`The engine grew by ${grown.heap.toFixed(1)} MB in each hour.`]
      : []),
    ...(grown.worker > atMost(mostWorkerMbPerHour)
      ? [`The recognition process grew by ${grown.worker.toFixed(1)} MB in each hour.`]
      : []),
    ...(grown.handles > 2 ? [`${grown.handles} timers or files more than before.`] : []),
    ...(settled.length < 4 ? ['Too little was looked at.'] : []),
  ]
  const lostMs = hours * hourMs - meeting.durationMs + meeting.unreadMs
  return {
    fault: `soak: ${hours} hours of a meeting`,
    tried: 1,
    recoveredMs: null,
    lost: { value: Math.max(0, lostMs), atMost: 0, unit: 'ms of sound' },
    broken,
  }
}

/** Of the straight line that lies closest, in each hour. */
function slope(all: readonly Look[], of: (look: Look) => number): number {
  const mean = (value: (look: Look) => number): number =>
    all.reduce((sum, look) => sum + value(look), 0) / Math.max(1, all.length)
  const [hour, level] = [mean(({ atMs }) => atMs / hourMs), mean(of)]
  const spread = mean(({ atMs }) => (atMs / hourMs - hour) ** 2)
  const together = mean((look) => (look.atMs / hourMs - hour) * (of(look) - level))
  return spread > 0 ? together / spread : 0
}

function collector(): () => void {
  setFlagsFromString('--expose-gc')
  return runInNewContext('gc') as () => void
}

async function sparse(seconds: number): Promise<Sound> {
  const { sound } = compose(await readBank(), { manner: 'sparse', seconds: sceneSeconds, seed: 21 })
  return {
    tracks: sound.tracks,
    length: Math.round(seconds * 16_000),
    read(track, from, to) {
      const at = from % sound.length
      return sound.read(track, at, Math.min(at + to - from, sound.length))
    },
  }
}
