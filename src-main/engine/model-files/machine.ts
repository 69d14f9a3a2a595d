/** What a model has to share a machine with, and how it fits. */
import type { Model } from '#contract/model.ts'

export interface Machine {
  /** Memory in bytes: all of it, and what is free at this moment. */
  readonly totalBytes: number
  readonly freeBytes: number
  /** Memory of the best GPU that models are known to run on; null where there is none, or nobody knows how much. */
  readonly gpuBytes: number | null
  /** Whether models are known to run on a GPU here. */
  readonly gpu: boolean
  readonly cores: number
  /** Codes of the languages that this user speaks or reads. */
  readonly languages: readonly string[]
}

/** A fifth of the memory, and never less than 2 GB, belongs to the system and its other programs. */
const shareOfOthers = 0.2
const leastForOthers = 2e9
/** Of a GPU that also draws the screen. */
const shareOfGpu = 0.9

/** `tight`: it takes more than half of what can be had at all, or more than is free just now. */
export function fitOf(memoryBytes: number | null, machine: Machine): Model['fit'] {
  if (memoryBytes === null) return null
  if (machine.gpuBytes !== null && memoryBytes <= machine.gpuBytes * shareOfGpu) return 'good'
  const room = roomOn(machine)
  if (memoryBytes > room) return 'too_large'
  return memoryBytes <= Math.min(room / 2, machine.freeBytes) ? 'good' : 'tight'
}

function roomOn({ totalBytes }: Machine): number {
  return totalBytes - Math.max(leastForOthers, totalBytes * shareOfOthers)
}
