import { z } from 'zod'
import { WireError } from './errors.ts'
import { EngineEvent } from './events.ts'

/** The frames on the wire: the same over a message port, a web socket, or memory. */
export const Request = z.strictObject({
  kind: z.literal('request'),
  id: z.int(),
  name: z.string(),
  input: z.unknown(),
})
export type Request = z.infer<typeof Request>

export const Message = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('reply'), id: z.int(), output: z.unknown() }),
  z.strictObject({ kind: z.literal('failure'), id: z.int(), error: WireError }),
  z.strictObject({ kind: z.literal('event'), event: EngineEvent }),
])
export type Message = z.infer<typeof Message>
