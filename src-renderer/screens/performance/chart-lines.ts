/** What each chart shows of the samples. */
import type { PerformanceSample } from '#contract/performance.ts'

export type ChartId = 'lag' | 'look' | 'decoding' | 'processor' | 'memory' | 'gpu' | 'tokens'

export type LineId =
  | 'lag'
  | 'median'
  | 'longest'
  | 'decoding'
  | 'engine'
  | 'recognition'
  | 'language'
  | 'gpu'
  | 'tokens'

export type Unit = 'ms' | 'share' | 'cores' | 'bytes' | 'count'

export interface Line {
  readonly id: LineId
  readonly values: ReadonlyArray<number | null>
}

export interface Chart {
  readonly id: ChartId
  readonly unit: Unit
  readonly lines: readonly Line[]
}

type Read = (sample: PerformanceSample) => number | null | undefined

const processNames = ['engine', 'recognition', 'language'] as const

/** Charts with something to show; `atSeconds` are the ends of the samples, in seconds since 1970. */
export function chartsOf(samples: readonly PerformanceSample[]): {
  readonly atSeconds: readonly number[]
  readonly charts: readonly Chart[]
} {
  const moments = momentsOf(samples)
  const line = (id: LineId, read: Read): Line => ({
    id,
    values: moments.map(({ sample }) => (sample ? (read(sample) ?? null) : null)),
  })
  const ofProcess = (value: 'cpu' | 'memoryBytes'): Line[] =>
    processNames.map((name) =>
      line(name, ({ processes }) => processes.find((process) => process.name === name)?.[value]),
    )
  const all: Chart[] = [
    { id: 'lag', unit: 'ms', lines: [line('lag', ({ lagMs }) => lagMs)] },
    {
      id: 'look',
      unit: 'ms',
      lines: [
        line('median', ({ lookMs }) => lookMs?.median),
        line('longest', ({ lookMs }) => lookMs?.longest),
      ],
    },
    { id: 'decoding', unit: 'share', lines: [line('decoding', ({ decoding }) => decoding)] },
    { id: 'processor', unit: 'cores', lines: ofProcess('cpu') },
    { id: 'memory', unit: 'bytes', lines: ofProcess('memoryBytes') },
    { id: 'gpu', unit: 'share', lines: [line('gpu', ({ gpu }) => gpu?.busy)] },
    {
      id: 'tokens',
      unit: 'count',
      lines: [line('tokens', ({ tokensPerSecond }) => tokensPerSecond)],
    },
  ]
  return {
    atSeconds: moments.map(({ atMs }) => atMs / 1000),
    charts: all
      .map((chart) => ({ ...chart, lines: chart.lines.filter(hasValues) }))
      .filter(({ lines }) => lines.length > 0),
  }
}

interface Moment {
  readonly atMs: number
  /** Null between two that do not follow each other: nothing was measured, so no line joins them. */
  readonly sample: PerformanceSample | null
}

function momentsOf(samples: readonly PerformanceSample[]): Moment[] {
  return samples.flatMap((sample, index) => {
    const atMs = Date.parse(sample.at)
    const before = samples[index - 1]
    const restedMs = before ? atMs - sample.spanMs - Date.parse(before.at) : 0
    const rest = restedMs > sample.spanMs ? [{ atMs: atMs - sample.spanMs, sample: null }] : []
    return [...rest, { atMs, sample }]
  })
}

function hasValues({ values }: Line): boolean {
  return values.some((value) => value !== null)
}

/** The last value and the largest, over all lines added up where they share a whole. */
export function extremes({ lines, unit }: Chart): { readonly last: number; readonly most: number } {
  const isWhole = unit === 'cores' || unit === 'bytes'
  const totals = (lines[0]?.values ?? []).map((_, at) => {
    const values = lines.map(({ values }) => values[at] ?? null).filter((value) => value !== null)
    if (values.length === 0) return null
    return isWhole ? values.reduce((sum, value) => sum + value, 0) : Math.max(...values)
  })
  const known = totals.filter((value) => value !== null)
  return { last: known.at(-1) ?? 0, most: Math.max(0, ...known) }
}
