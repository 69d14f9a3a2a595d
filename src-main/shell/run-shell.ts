/**
 * The desktop program's life: one instance, guarded pages, an engine beside it, and the desktop around them.
 */
import type { App, IpcMain, Protocol } from 'electron'
import type { NetworkAttempt } from '#contract/network.ts'
import { portChannel } from '#wire/port-channel.ts'
import { closeNetwork } from './close-network.ts'
import { type EngineHost, type EngineHostParts, hostEngine } from './engine-host.ts'
import { guardContents } from './guard-contents.ts'
import { harden, type Hardened } from './harden.ts'
import { handOverPorts } from './hand-over-port.ts'
import { pageFiles, pageOrigin, pageScheme } from './page-files.ts'
import { pageSounds, soundWish } from './page-sounds.ts'
import { limitPermissions } from './permissions.ts'
import { parseArguments } from './routes/parse-arguments.ts'
import { type DesktopParts, runDesktop } from './run-desktop.ts'
import { textsFor } from './texts/choose-texts.ts'

export interface ShellParts extends Omit<EngineHostParts, 'onUnusable'>, DesktopParts {
  readonly app: DesktopParts['app'] &
    Hardened &
    Pick<App, 'requestSingleInstanceLock' | 'whenReady'>
  readonly protocol: Pick<Protocol, 'handle' | 'registerSchemesAsPrivileged'>
  /** Asked for once the program is ready; there is none before. */
  readonly session: () => Parameters<typeof limitPermissions>[0] &
    Parameters<typeof closeNetwork>[0]
  /** Hears what the shell's own process attempted on the network. */
  readonly onAttempt: (listener: (attempt: NetworkAttempt) => void) => void
  readonly ipc: Pick<IpcMain, 'on'>
  readonly showError: (title: string, sentence: string) => void
  readonly pageFolder: string
  /** Where a bundler serves the page while it is being worked on. */
  readonly developmentAddress: string | null
  /** What the program was started with, without itself, and where. */
  readonly args: readonly string[]
  readonly folder: string
}

/** False: another instance runs already and has been told to show its window. */
export async function runShell(parts: ShellParts): Promise<boolean> {
  const { app, protocol } = parts
  if (!app.requestSingleInstanceLock()) {
    app.quit()
    return false
  }
  harden(app)
  protocol.registerSchemesAsPrivileged([
    {
      scheme: pageScheme,
      // Without `stream`, sound could not be heard from any place but the beginning.
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true },
    },
  ])
  app.on('web-contents-created', (_, contents) => guardContents(contents))
  await app.whenReady()

  const isPage = pageTest(parts.developmentAddress)
  const engine = hostEngine({
    ...parts,
    onUnusable: (sentence) => parts.showError(textsFor(parts.languages()).cannotStart, sentence),
  })
  const session = parts.session()
  limitPermissions(session, isPage)
  closeNetwork(session, { isPage, attempted: engine.attempted })
  parts.onAttempt(engine.attempted)
  protocol.handle(pageScheme, pageAnswers(parts, engine.connect))
  handOverPorts({ ipc: parts.ipc, openPorts: parts.openPorts, connect: engine.connect, isPage })
  const pages = `${parts.developmentAddress ?? pageOrigin}/`
  const desktop = runDesktop(parts, { engine, pages })
  app.on('second-instance', (_, args, folder) =>
    // Electron's own switches stand between the program and what was asked for.
    desktop.obey(parseArguments(args.slice(1), folder)),
  )
  desktop.obey(parseArguments(parts.args, parts.folder))
  return true
}

/** What is found under the page's scheme: its files, and the sound of meetings. */
function pageAnswers(
  { pageFolder, openPorts }: Pick<ShellParts, 'pageFolder' | 'openPorts'>,
  connect: EngineHost['connect'],
): (request: Request) => Promise<Response> {
  const files = pageFiles(pageFolder)
  const sounds = pageSounds(() => {
    const { port1, port2 } = openPorts()
    connect(port1)
    return portChannel(port2)
  })
  return async (request) => {
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    const wish = isRead ? soundWish(request) : null
    return wish ? sounds(wish, request.method) : files(request)
  }
}

/** Whether an address or an origin is the page's. */
function pageTest(developmentAddress: string | null): (url: string) => boolean {
  const origin = developmentAddress ? new URL(developmentAddress).origin : pageOrigin
  return (url) => url === origin || url.startsWith(`${origin}/`)
}
