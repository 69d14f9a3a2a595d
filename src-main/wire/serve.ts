import { commands, type CommandName, type EngineApi } from '#contract/commands.ts'
import { AppError, toWireError } from '#contract/errors.ts'
import type { EngineEvent } from '#contract/events.ts'
import { type Message, Request } from '#contract/messages.ts'
import type { Channel } from './channel.ts'

/** The engine as its faces hold it. */
export interface Served {
  readonly api: EngineApi
  subscribe(listener: (event: EngineEvent) => void): () => void
}

/** Of one channel; whoever asks more at once is told to wait. */
const mostAtOnce = 256

/** Lets whoever holds the other end of `channel` use the engine. `onBug` hears of failures that are nobody's input. */
export function serve(
  engine: Served,
  channel: Channel,
  onBug: (error: unknown) => void = () => {},
): void {
  const send = (message: Message): void => channel.send(message)
  const unsubscribe = engine.subscribe((event) => send({ kind: 'event', event }))
  channel.onClose(unsubscribe)

  let waiting = 0
  channel.onMessage((raw) => {
    const request = Request.safeParse(raw)
    if (!request.success) return
    const { id, name, input } = request.data
    if (waiting >= mostAtOnce) {
      send({ kind: 'failure', id, error: toWireError(tooMany()) })
      return
    }
    waiting += 1
    const over = (): void => void (waiting -= 1)
    answer(engine.api, name, input)
      .finally(over)
      .then(
        (output) => send({ kind: 'reply', id, output }),
        (error: unknown) => {
          if (!(error instanceof AppError)) onBug(error)
          send({ kind: 'failure', id, error: toWireError(error) })
        },
      )
  })
}

function tooMany(): AppError {
  return new AppError('computer_busy', 'Too much is asked at once. Try again in a moment.')
}

async function answer(api: EngineApi, name: string, raw: unknown): Promise<unknown> {
  if (!isCommandName(name)) throw new AppError('invalid_input', `There is no command ${name}.`)
  const input = commands[name].input.safeParse(raw)
  if (!input.success) {
    const [issue] = input.error.issues
    const where = issue?.path.join('.') ?? ''
    throw new AppError('invalid_input', `${name}: ${where ? `${where}: ` : ''}${issue?.message}.`, {
      cause: input.error,
    })
  }
  // The map guarantees that name and input belong together; TypeScript cannot see it across the lookup.
  const run = api[name] as (input: unknown) => Promise<unknown>
  return run(input.data)
}

function isCommandName(name: string): name is CommandName {
  return Object.hasOwn(commands, name)
}
