/** Whether a worker holds ever more memory. Pure; what it holds once it has settled is what it needs. */
export interface MemoryTrail {
  readonly readings: number
  /** The least that it held since it settled; null before. */
  readonly neededBytes: number | null
  /** Readings in a row over the bound. */
  readonly over: number
}

export interface MemoryRules {
  /** Readings before what it holds counts: models are loaded, first buffers grow. */
  readonly settling: number
  /** What it may hold besides twice of what it needs. */
  readonly spareBytes: number
  /** Readings over the bound before it is believed. */
  readonly patience: number
}

/** Once a second while it works. Half a gigabyte is many times what states of whisper.cpp come and go with. */
export const memoryRules: MemoryRules = { settling: 10, spareBytes: 512e6, patience: 3 }

export const noTrail: MemoryTrail = { readings: 0, neededBytes: null, over: 0 }

export function afterReading(
  trail: MemoryTrail,
  bytes: number,
  { settling, spareBytes }: MemoryRules,
): MemoryTrail {
  const readings = trail.readings + 1
  if (readings < settling) return { ...trail, readings }
  const neededBytes = Math.min(trail.neededBytes ?? bytes, bytes)
  const isOver = bytes > 2 * neededBytes + spareBytes
  return { readings, neededBytes, over: isOver ? trail.over + 1 : 0 }
}

export function leaks({ over }: MemoryTrail, { patience }: MemoryRules): boolean {
  return over >= patience
}
