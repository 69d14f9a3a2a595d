/** What a process of the program has used since it began. */
import { z } from 'zod'

export const Usage = z.object({
  /** Processor time of all its threads, in milliseconds. */
  cpuMs: z.number().nonnegative(),
  memoryBytes: z.int().nonnegative(),
})
export type Usage = Readonly<z.infer<typeof Usage>>

const Told = z.strictObject({ usage: Usage })

/** Whether a worker's message tells what its process uses. Most do not, and are told apart at a glance. */
export function isUsage(message: unknown): message is z.infer<typeof Told> {
  const mayTell = typeof message === 'object' && message !== null && 'usage' in message
  return mayTell && Told.safeParse(message).success
}

/** Of the process that asks. */
export function ownUsage(): Usage {
  const { user, system } = process.cpuUsage()
  return { cpuMs: (user + system) / 1000, memoryBytes: process.memoryUsage.rss() }
}
