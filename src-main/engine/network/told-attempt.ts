/** What a worker's message looks like that tells of an attempt. */
import { z } from 'zod'
import { NetworkAttempt } from '#contract/network.ts'

/** As the process sees it that asked; `by` only where it was a thread of it. */
const OwnAttempt = NetworkAttempt.extend({ by: z.literal('thread').optional() })
export type OwnAttempt = Readonly<z.infer<typeof OwnAttempt>>

const Told = z.strictObject({ attempt: OwnAttempt })

/** Most messages are none of these, and are told apart at a glance. */
export function isAttempt(message: unknown): message is { readonly attempt: OwnAttempt } {
  const mayTell = typeof message === 'object' && message !== null && 'attempt' in message
  return mayTell && Told.safeParse(message).success
}
