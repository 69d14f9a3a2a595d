/** A meeting of a day, in as little time as the machine needs. */
import type { Fault } from '../fault.ts'
import { soak } from '../long-run/soak.ts'

export const fault: Fault = {
  title: 'A meeting of a day',
  run: async (trial) => [await soak(trial)],
}
