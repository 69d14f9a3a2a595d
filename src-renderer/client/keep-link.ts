import type { CommandInput, CommandName, CommandOutput } from '#contract/commands.ts'
import { AppError } from '#contract/errors.ts'
import type { EngineEvent } from '#contract/events.ts'
import type { Channel } from '#wire/channel.ts'
import { connect, type EngineClient } from '#wire/connect.ts'

/** `refused`: it answers, and does not know this browser; somebody has to enter anew. */
export type Phase = 'connected' | 'lost' | 'refused'

/** An engine that may go away and come back. */
export interface Link extends EngineClient {
  /** Tells whenever the engine is found or lost; before the first time, it is being looked for. */
  onPhase(listener: (phase: Phase) => void): () => void
  /** Tries at once instead of waiting. */
  retry(): void
}

interface Options {
  /** Null: the engine is there and does not let this browser in. */
  readonly open: () => Promise<Channel | null>
  readonly wait: (ms: number) => Promise<void>
}

/** How long to wait after so many failures in a row. */
export function backoffMs(failures: number): number {
  return Math.min(10_000, 250 * 2 ** Math.min(failures, 10))
}

/** Keeps a connection to the engine, opening a new one whenever it is lost. */
export function keepLink({ open, wait }: Options): Link {
  const eventListeners = new Set<(event: EngineEvent) => void>()
  const phaseListeners = new Set<(phase: Phase) => void>()
  let client: EngineClient | null = null
  let wake = (): void => {}

  function tell(phase: Phase): void {
    for (const listener of phaseListeners) listener(phase)
  }

  async function keep(): Promise<void> {
    for (let failures = 0; ;) {
      const channel = await open().catch(() => 'lost' as const)
      if (channel === 'lost') tell('lost')
      else if (channel === null) tell('refused')
      else {
        failures = 0
        await use(channel)
        tell('lost')
      }
      const woken = Promise.withResolvers<void>()
      wake = woken.resolve
      await Promise.race([wait(backoffMs(failures++)), woken.promise])
    }
  }

  async function use(channel: Channel): Promise<void> {
    const gone = Promise.withResolvers<void>()
    const found = connect(channel)
    found.onEvent((event) => {
      for (const listener of eventListeners) listener(event)
    })
    channel.onClose(gone.resolve)
    client = found
    tell('connected')
    await gone.promise
    client = null
  }

  // Listeners join in the same turn as the link is made, and must hear of the first connection.
  queueMicrotask(() => void keep())

  return {
    async call<N extends CommandName>(name: N, input: CommandInput<N>): Promise<CommandOutput<N>> {
      if (!client) throw new AppError('engine_gone', 'RTSTT cannot be reached at the moment.')
      return client.call(name, input)
    },
    onEvent: (listener) => join(eventListeners, listener),
    onPhase: (listener) => join(phaseListeners, listener),
    retry: () => wake(),
  }
}

function join<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
