import { z } from 'zod'

/** What the program may reach beyond this computer: the hosts of its models while one is fetched, or nothing. */
export const NetworkUse = z.enum(['models', 'off'])
export type NetworkUse = z.infer<typeof NetworkUse>

/** One attempt of a process of the program to reach beyond itself. */
export const NetworkAttempt = z.strictObject({
  at: z.iso.datetime(),
  by: z.enum(['engine', 'recognition', 'language', 'thread', 'shell', 'page']),
  /** The room or the package whose code asked; null where nobody can tell. */
  part: z.string().max(100).nullable(),
  /** `name`: a name was to be looked up. `program`: another program was to be started. */
  what: z.enum(['connection', 'name', 'datagram', 'listening', 'program', 'request']),
  /** A name or an address; of a program, its name. */
  host: z.string().max(300),
  port: z.int().min(0).max(65_535).nullable(),
  allowed: z.boolean(),
})
export type NetworkAttempt = Readonly<z.infer<typeof NetworkAttempt>>

/** What was attempted, and what may be reached now. */
export const NetworkReport = z.strictObject({
  /** What holds now: the setting, or `off` where the program was started so. */
  network: NetworkUse,
  /** The program was started so, and the setting does not matter. */
  forced: z.boolean(),
  /** The hosts that models are fetched from; `*.` stands for any beginning. */
  hosts: z.array(z.string()),
  allowed: z.int().nonnegative(),
  refused: z.int().nonnegative(),
  /** The newest first. */
  attempts: z.array(NetworkAttempt),
})
export type NetworkReport = Readonly<z.infer<typeof NetworkReport>>

/** What a person may ask about the network. */
export const networkCommands = {
  'network.report': {
    input: z.strictObject({ most: z.int().min(1).max(10_000) }),
    output: NetworkReport,
  },
} as const
