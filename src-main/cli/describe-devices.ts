import type { Command } from 'commander'
import type { Add, Run } from './describing.ts'

/** What can be typed about what can be heard. */
export function describeDevices(program: Command, add: Add, run: Run): void {
  const devices = add(program, 'devices', 'the microphones and outputs that can be heard').option(
    '--watch',
    'tell what comes and goes',
  )
  devices.action(
    run(
      async (context) =>
        (await import('./devices.ts')).listDevices(devices.opts<{ watch?: boolean }>(), context),
      () => devices.optsWithGlobals(),
    ),
  )
}
