import type { CommandName, CommandInput } from '#contract/commands.ts'
import { commands } from '#contract/commands.ts'
import { AppError } from '#contract/errors.ts'
import { assemble } from '../assemble.ts'
import { dataFolder } from '../data-folder.ts'
import { damageLines } from './damage-lines.ts'
import { hiddenLine } from './hidden-line.ts'
import { systemTerminal, type Terminal } from './terminal.ts'

export type Engine = Awaited<ReturnType<typeof assemble>>

/** What every command can use. */
export interface Context {
  readonly terminal: Terminal
  readonly json: boolean
  /** Where this user's meetings, models and keys are kept. */
  readonly data: string
  /** Fires when somebody presses Ctrl+C. A second press ends the program at once. */
  readonly interrupted: AbortSignal
  /** Once it has fired: a signal for the next press, which then ends only what is being done by now. */
  interruptedAgain(): AbortSignal
  /** With `words`, by the recovery phrase of the data folder. */
  openEngine(mode: 'read' | 'write', words?: string): Promise<Engine>
}

export interface GlobalOptions {
  readonly data?: string
  readonly json?: boolean
  readonly offline?: boolean
}

export function contextFor(options: GlobalOptions): Context {
  const terminal = systemTerminal()
  const interrupting = interruptions(terminal)
  const { interrupted } = interrupting
  const askPassphrase = (again: boolean): Promise<string | null> =>
    hiddenLine(again ? 'That was not it. Passphrase: ' : 'Passphrase: ', { terminal, interrupted })
  return {
    terminal,
    json: options.json ?? false,
    data: dataFolder(options.data ?? null),
    ...interrupting,
    async openEngine(mode, words) {
      const said = words === undefined ? {} : { secrets: { words, passphrase: null } }
      const dataFolder = options.data ?? null
      const engine = await assemble({
        ...{ dataFolder, mode, askPassphrase, ...said },
        offline: options.offline ?? false,
      })
      await tellDamage(engine, terminal)
      if (mode === 'write') await tellInterrupted(engine, terminal)
      return engine
    },
  }
}

/** Checks what was typed against the contract, so that a mistake is told in its words. */
export function inputFor<N extends CommandName>(name: N, raw: unknown): CommandInput<N> {
  const input = commands[name].input.safeParse(raw)
  if (input.success) return input.data as CommandInput<N>
  const [issue] = input.error.issues
  const what = issue?.path.join('.') ?? name
  const expected =
    issue?.code === 'invalid_value' ? `is one of ${issue.values.join(', ')}` : `: ${issue?.message}`
  throw new AppError('invalid_input', `${what} ${expected}.`.replace(' :', ':'), {
    cause: input.error,
  })
}

/** Said until a page or the doctor has shown it. */
async function tellDamage(engine: Engine, terminal: Terminal): Promise<void> {
  for (const line of damageLines(await engine.api['damage.read']({}))) terminal.say(line)
}

/** What a kill left behind is offered as soon as somebody can do something about it. */
async function tellInterrupted(engine: Engine, terminal: Terminal): Promise<void> {
  const meetings = await engine.api['meeting.list']({})
  for (const { id, state, unreadMs } of meetings) {
    if (state !== 'interrupted') continue
    const rest = unreadMs > 0 ? `${(unreadMs / 1000).toFixed(1)} s of it have no text yet. ` : ''
    terminal.say(`Meeting ${id} was interrupted. ${rest}Finish it: rtstt meetings finish ${id}`)
  }
}

/** Two interruptions this close together are one. */
const samePressMs = 500

function interruptions(terminal: Terminal): Pick<Context, 'interrupted' | 'interruptedAgain'> {
  const first = new AbortController()
  let stop = first
  let pressedAt = -Infinity
  let saying = 'Stopping; what was heard is kept. Press Ctrl+C again to leave at once.'
  process.on('SIGINT', () => {
    // A terminal and whoever started this program may both pass on the same key press.
    if (performance.now() - pressedAt <= samePressMs) return
    if (stop.signal.aborted) process.exit(130)
    pressedAt = performance.now()
    terminal.say(saying)
    stop.abort()
  })
  const end = (): void => stop.abort()
  process.on('SIGTERM', end)
  // The window of the terminal was closed; Windows gives some seconds to end.
  process.on('SIGHUP', end)
  return {
    interrupted: first.signal,
    interruptedAgain() {
      if (stop.signal.aborted) {
        stop = new AbortController()
        saying = 'Stopping; what was improved is kept. Press Ctrl+C again to leave at once.'
      }
      return stop.signal
    },
  }
}
