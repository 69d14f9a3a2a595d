/** How commands are described to the parser: with options that all have, and work that begins when they are typed. */
import type { Command } from 'commander'
import type { Context, GlobalOptions } from './context.ts'

export type Add = (parent: Command, usage: string, description: string) => Command
export type Run = (
  work: (context: Context) => Promise<number>,
  options: () => GlobalOptions,
) => () => Promise<void>
