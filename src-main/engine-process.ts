/**
 * Entry of the engine's own process in the desktop program: Node without a screen. The shell hands
 * it one port per page and, at the end, the wish to stop. Runs from its TypeScript sources, as the
 * command line does, so that both run the same files.
 */
import './guard.ts'
import { AppError } from '#contract/errors.ts'
import { portChannel } from '#wire/port-channel.ts'
import { serve } from '#wire/serve.ts'
import { assemble } from './assemble.ts'
import { asShellMessage, type EngineMessage } from './engine-messages.ts'
import { type PortWorkers, portWorkers } from './port-workers.ts'
import { probeInBackground } from './probe-in-background.ts'

type Port = Parameters<typeof portChannel>[0]

/** The little of Electron's `process.parentPort` that is used; its types belong to the shell. */
export interface ParentPort {
  on(
    event: 'message',
    listener: (message: { readonly data: unknown; readonly ports: readonly Port[] }) => void,
  ): unknown
  postMessage(message: EngineMessage): void
}

/**
 * Serves every page that the shell announces; resolves with the exit code once told to stop. The
 * engine's workers are started by the shell: Electron's own program cannot run as plain Node.
 */
export async function serveShell(
  shell: ParentPort,
  open: (launch: PortWorkers['launch']) => ReturnType<typeof assemble>,
): Promise<number> {
  const stopped = Promise.withResolvers<void>()
  const workers = portWorkers((wish) => shell.postMessage(wish))
  const opening = open(workers.launch)
  shell.on('message', ({ data, ports: [port] }) => {
    const message = asShellMessage(data)
    if (message?.kind === 'stop') stopped.resolve()
    if (message?.kind === 'lost') workers.lose(message.worker, message.reason)
    if (message?.kind === 'launched' && port) workers.connect(message.worker, port)
    if (message?.kind === 'attempted')
      void opening.then(
        (engine) => engine.attempted(message.attempt),
        () => {},
      )
    if (message?.kind === 'page' && port)
      opening.then(
        (engine) => serve(engine, portChannel(port), reportBug),
        () => port.close(),
      )
  })
  try {
    await using _engine = await opening
    shell.postMessage({ kind: 'ready' })
    await stopped.promise
    return 0
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    shell.postMessage({ kind: 'unusable', sentence: error.message })
    // Leaving at once could overtake the sentence; the shell answers it with `stop`.
    await stopped.promise
    return 1
  }
}

function reportBug(error: unknown): void {
  console.error(error)
}

const { parentPort } = process as { readonly parentPort?: ParentPort }
if (parentPort) process.exit(await serveShell(parentPort, openEngine))

async function openEngine(launch: PortWorkers['launch']): ReturnType<typeof assemble> {
  const engine = await assemble({
    dataFolder: null,
    spawnRecognition: (voiceModelPath, backend) => launch('recognition', [voiceModelPath, backend]),
    spawnLanguage: (options) => launch('language', [options]),
  })
  probeInBackground(engine, reportBug)
  return engine
}
