import type { Fault } from '../fault.ts'
import { damagedFiles } from '../sound/damaged-files.ts'
import { killedRecorder } from '../sound/killed-recorder.ts'
import { killedSealer } from '../sound/killed-sealer.ts'
import { destroyed, nothingToRead } from '../sound/nothing-to-read.ts'

/** What is done to the files of sealed recordings, and to whoever writes them. */
export const fault: Fault = {
  title: 'sealed sound',
  run: async (trial) => [
    await killedRecorder(trial),
    await killedSealer(trial),
    ...(await damagedFiles(trial)),
    await nothingToRead(trial),
    await destroyed(trial),
  ],
}
