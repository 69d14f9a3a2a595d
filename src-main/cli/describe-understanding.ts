/** What can be typed to understand meetings: insights, summaries, answers, and what is chosen for them. */
import type { Command } from 'commander'
import type { Add, Run } from './describing.ts'

export function describeUnderstanding(program: Command, add: Add, run: Run): void {
  const settings = add(program, 'settings [key] [value]', 'what is chosen for all meetings')
  settings.action(() =>
    run(
      async (context) => (await import('./settings.ts')).settings(settings.args, context),
      () => settings.optsWithGlobals(),
    )(),
  )
}
