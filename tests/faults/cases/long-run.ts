/** Time itself as harm: clocks that are set, sleep, many meetings, and a computer that has no time. */
import type { Fault } from '../fault.ts'
import { busyCores } from '../long-run/busy-cores.ts'
import { clockLeaps } from '../long-run/clock-leaps.ts'
import { largeLibrary } from '../long-run/large-library.ts'
import { sleeps } from '../long-run/sleep.ts'

export const fault: Fault = {
  title: 'Long runs, and time that is not what it seems',
  async run(trial) {
    const rows = [...(await clockLeaps(trial)), ...(await sleeps(trial))]
    rows.push(...(await largeLibrary(trial)), await busyCores(trial))
    return rows
  },
}
