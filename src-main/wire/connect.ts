import {
  type CommandInput,
  type CommandName,
  type CommandOutput,
  commands,
} from '#contract/commands.ts'
import { AppError } from '#contract/errors.ts'
import type { EngineEvent } from '#contract/events.ts'
import { Message, type Request } from '#contract/messages.ts'
import type { Channel } from './channel.ts'

export interface EngineClient {
  call<N extends CommandName>(name: N, input: CommandInput<N>): Promise<CommandOutput<N>>
  onEvent(listener: (event: EngineEvent) => void): () => void
}

/** The engine as seen from the far end of `channel`: the screen, the command line, a test. */
export function connect(channel: Channel): EngineClient {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  const listeners = new Set<(event: EngineEvent) => void>()
  let lastId = 0
  let gone = false

  channel.onMessage((raw) => {
    const message = Message.parse(raw)
    if (message.kind === 'event') {
      for (const tell of listeners) tell(message.event)
      return
    }
    const call = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.kind === 'reply') call?.resolve(message.output)
    else call?.reject(new AppError(message.error.code, message.error.message))
  })

  channel.onClose(() => {
    gone = true
    for (const call of waiting.values()) call.reject(engineGone())
    waiting.clear()
  })

  return {
    async call<N extends CommandName>(name: N, input: CommandInput<N>) {
      if (gone) throw engineGone()
      const id = ++lastId
      const call = Promise.withResolvers<unknown>()
      waiting.set(id, call)
      channel.send({ kind: 'request', id, name, input } satisfies Request)
      return commands[name].output.parse(await call.promise) as CommandOutput<N>
    },
    onEvent(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function engineGone(): AppError {
  return new AppError(
    'engine_gone',
    'The connection to the engine was lost. Try again in a moment.',
  )
}
