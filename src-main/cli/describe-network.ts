import type { Command } from 'commander'
import type { Add, Run } from './describing.ts'

/** What can be typed about the network. */
export function describeNetwork(program: Command, add: Add, run: Run): void {
  const told = 'what the program tried to reach beyond this computer, and what it may'
  const network = add(program, 'network', told).option(
    '--most <count>',
    'so many of the newest attempts',
    '50',
  )
  network.action(
    run(
      async (context) =>
        (await import('./network.ts')).network(network.opts<{ most: string }>(), context),
      () => network.optsWithGlobals(),
    ),
  )
}
