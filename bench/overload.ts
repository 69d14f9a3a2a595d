/** Whether everything said is text soon after the end, where both sides never pause and another program takes a core. */
import { busyCore } from './busy-core.ts'
import { atMost, type Bench, rounded, told } from './figures.ts'
import { liveFigures } from './live-figures.ts'
import { measureTracks } from './live-metrics.ts'
import { readOffline } from './replay/read-offline.ts'
import { type HeardEvent, replay } from './replay/replay.ts'
import { readBank } from './sounds/bank.ts'
import { compose } from './sounds/compose.ts'

export async function benchOverload(minutes: number): Promise<Bench> {
  const seconds = Math.ceil(minutes * 60)
  const { sound, said } = compose(await readBank(), { manner: 'both', seconds, seed: 11 })
  const replayed = await playedOnABusyCore(sound)
  const { events } = replayed
  const last = events.findLast(({ event }) => event.type === 'segment.committed')
  const over = events.findLast(({ event }) => event.type === 'meeting.stopped')
  const afterEnd = (heard: HeardEvent | undefined): number =>
    rounded(((heard?.atMs ?? Infinity) - seconds * 1000) / 1000)
  const steps = events.flatMap(({ event }) => (event.type === 'pace.changed' ? [event.step] : []))
  const measures = measureTracks(replayed, said, await readOffline(sound))
  return {
    title: `Overload (both talk for ${minutes} min at real pace, one core busy, test model, CPU)`,
    figures: [
      atMost(5, told('all text there after the end', afterEnd(last), 's')),
      told('meeting over after the end', afterEnd(over), 's'),
      told('deepest step of pace', Math.max(0, ...steps), ''),
      told('changes of pace', steps.length, ''),
      ...liveFigures(measures).map((figure) =>
        // Late is what overload means; what is promised of it is above.
        figure.unit === 'ms' || figure.unit === '' ? { ...figure, atMost: null } : figure,
      ),
    ],
    table: [],
  }
}

async function playedOnABusyCore(sound: Parameters<typeof replay>[0]) {
  await using _busy = await busyCore()
  return await replay(sound, { clock: 'real' })
}
