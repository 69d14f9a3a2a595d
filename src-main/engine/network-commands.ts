import type { EngineApi } from '#contract/commands.ts'
import type { Parts } from './parts.ts'

/** What can be asked about the network. */
export function networkCommands({
  network,
}: Pick<Parts, 'network'>): Pick<EngineApi, 'network.report'> {
  return { 'network.report': async ({ most }) => network.report(most) }
}
