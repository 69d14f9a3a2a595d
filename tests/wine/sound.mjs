// A sound server of the cases' own, on Linux, with two output devices that carry a tone each. Wine shows both, and what
// is heard of them, to Windows programs.
import path from 'node:path'
import { pulseProblem, startPulseDaemon } from '../../native/capture/testing/pulse-daemon.ts'

/** The cases know these names and tones. The letters are part of the trial; of these tones no 10 ms are whole periods. */
const devices = [
  { name: 'room', description: 'Room 会議', hertz: 447 },
  { name: 'buero', description: 'Büro', hertz: 1009 },
]

/** `env` and `shared` are for programs inside the chroot. */
export async function startSound() {
  const problem = pulseProblem()
  if (problem !== null) return { problem }
  const daemon = await startPulseDaemon()
  try {
    for (const { name, description, hertz } of devices) {
      await daemon.addSink(name, { description })
      await daemon.addModule('module-sine', `sink=${name}`, `frequency=${hertz}`)
    }
    await daemon.setDefaultSink('room')
    await daemon.setDefaultSource('room.monitor')
  } catch (error) {
    await daemon.close()
    throw error
  }
  const socket = daemon.server.replace('unix:', '')
  return {
    env: { PULSE_SERVER: `unix:/mnt/${path.basename(socket)}` },
    shared: path.dirname(socket),
    close: () => daemon.close(),
  }
}
