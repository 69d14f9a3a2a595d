/** Fewer samples for the same time. */
import type { GpuUsage, PerformanceSample, ProcessUsage } from '#contract/performance.ts'

/** At most `most` samples, each of neighbours of one meeting, in their order. */
export function sumUp(samples: readonly PerformanceSample[], most: number): PerformanceSample[] {
  let summed: readonly PerformanceSample[] = samples
  for (let size = 2; summed.length > most && size <= 2 * samples.length; size *= 2)
    summed = groups(samples, size).map(inOne)
  // Where meetings change more often than there is room, the newest are told.
  return summed.slice(-most)
}

function groups(
  samples: readonly PerformanceSample[],
  size: number,
): Array<readonly PerformanceSample[]> {
  const all: PerformanceSample[][] = []
  for (const sample of samples) {
    const last = all.at(-1)
    if (last && last.length < size && last[0]?.meetingId === sample.meetingId) last.push(sample)
    else all.push([sample])
  }
  return all
}

/** One sample over all of them: shares by their time, the worst of what is worst. */
export function inOne(samples: readonly PerformanceSample[]): PerformanceSample {
  const last = samples.at(-1)
  if (!last) throw new Error('There is nothing to sum up.')
  const spanMs = samples.reduce((sum, each) => sum + each.spanMs, 0)
  const overTime = (value: (sample: PerformanceSample) => number): number =>
    samples.reduce((sum, each) => sum + value(each) * each.spanMs, 0) / spanMs
  const lags = samples.flatMap(({ lagMs }) => lagMs ?? [])
  const looks = samples.flatMap(({ lookMs }) => lookMs ?? [])
  const tokens = samples.flatMap(({ tokensPerSecond }) => tokensPerSecond ?? [])
  return {
    at: last.at,
    spanMs,
    meetingId: last.meetingId,
    lagMs: lags.length > 0 ? Math.max(...lags) : null,
    lookMs:
      looks.length > 0
        ? {
            median: mean(looks.map(({ median }) => median)),
            longest: Math.max(...looks.map(({ longest }) => longest)),
          }
        : null,
    decoding: overTime(({ decoding }) => decoding),
    processes: processesIn(samples, spanMs),
    gpu: gpuIn(samples),
    tokensPerSecond: tokens.length > 0 ? mean(tokens) : null,
  }
}

function processesIn(samples: readonly PerformanceSample[], spanMs: number): ProcessUsage[] {
  const all = samples.flatMap(({ processes, spanMs: ms }) =>
    processes.map((process) => ({ ...process, cpuMs: process.cpu * ms })),
  )
  return [...Map.groupBy(all, ({ name }) => name)].map(([name, each]) => ({
    name,
    cpu: each.reduce((sum, { cpuMs }) => sum + cpuMs, 0) / spanMs,
    memoryBytes: Math.max(...each.map(({ memoryBytes }) => memoryBytes)),
  }))
}

function gpuIn(samples: readonly PerformanceSample[]): GpuUsage | null {
  const all = samples.flatMap(({ gpu }) => gpu ?? [])
  const last = all.at(-1)
  if (!last) return null
  return {
    ...last,
    busy: mean(all.map(({ busy }) => busy)),
    memoryBytes: Math.max(...all.map(({ memoryBytes }) => memoryBytes)),
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
