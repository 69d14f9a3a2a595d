/** A working day of recording, in as little time as the machine needs. */
import { runScript } from './programs.ts'

export interface SimulatedDay {
  /** The least that the process held in each hour: what came and went in between is no growth. */
  readonly heldMb: readonly number[]
  readonly missingMs: number
  /** Of the shorter track. */
  readonly lengthMs: number
}

export async function simulateDay(folder: string, hours: number): Promise<SimulatedDay> {
  const { output } = await runScript('bench/simulate-day.program.ts', [folder, String(hours)])
  return JSON.parse(output) as SimulatedDay
}

/** What the last hour held more than the second; the first one fills caches. */
export function growthMb({ heldMb }: SimulatedDay): number {
  return (heldMb.at(-1) ?? 0) - (heldMb[1] ?? 0)
}
