/** What the files that describe commands share. */
import type { Command } from 'commander'
import type { Context, GlobalOptions } from './context.ts'

type Work = (context: Context) => Promise<number>

/** Makes of a command's work what is done when it is typed. */
export type Run = (work: Work, options: () => GlobalOptions) => () => Promise<void>

/** Adds a command with the options that all of them take. */
export type Add = (parent: Command, usage: string, description: string) => Command
