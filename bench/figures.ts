/** One measured figure, and what it must reach where the project promises something. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: string
  /** Null: only told. */
  readonly atMost: number | null
  readonly atLeast: number | null
}

export interface Bench {
  readonly title: string
  readonly figures: readonly Figure[]
  readonly table: ReadonlyArray<Readonly<Record<string, string | number>>>
}

export function told(name: string, value: number, unit: string): Figure {
  return { name, value, unit, atMost: null, atLeast: null }
}

export function atMost(limit: number, figure: Figure): Figure {
  return { ...figure, atMost: limit }
}

export function atLeast(limit: number, figure: Figure): Figure {
  return { ...figure, atLeast: limit }
}

export function reached({ value, atMost: most, atLeast: least }: Figure): boolean {
  return (most === null || value <= most) && (least === null || value >= least)
}

/** The value that `share` of all values do not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0
}

export function rounded(value: number, digits = 2): number {
  return Math.round(value * 10 ** digits) / 10 ** digits
}
