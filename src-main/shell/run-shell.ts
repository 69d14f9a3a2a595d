/**
 * The desktop program's life: one instance, a guarded window, an engine beside it, and a quit that
 * waits until the engine has finished what it was recording.
 */
import type { App, BrowserWindow, IpcMain, Protocol, Session } from 'electron'
import { portChannel } from '#wire/port-channel.ts'
import { type EngineHost, type EngineHostParts, hostEngine } from './engine-host.ts'
import { guardContents } from './guard-contents.ts'
import { handOverPorts } from './hand-over-port.ts'
import { pageAddress, pageFiles, pageOrigin, pageScheme } from './page-files.ts'
import { pageSounds, soundWish } from './page-sounds.ts'
import { limitPermissions } from './permissions.ts'
import { openPage, windowOptions } from './window.ts'

export interface ShellParts extends Omit<EngineHostParts, 'onUnusable'> {
  readonly app: Pick<App, 'on' | 'quit' | 'requestSingleInstanceLock' | 'whenReady'>
  readonly protocol: Pick<Protocol, 'handle' | 'registerSchemesAsPrivileged'>
  /** Asked for once the program is ready; there is none before. */
  readonly session: () => Parameters<typeof limitPermissions>[0] & Partial<Session>
  readonly ipc: Pick<IpcMain, 'on'>
  readonly createWindow: (options: ReturnType<typeof windowOptions>) => ShellWindow
  readonly showError: (title: string, sentence: string) => void
  readonly pageFolder: string
  readonly preload: string
  /** Where a bundler serves the page while it is being worked on. */
  readonly developmentAddress: string | null
}

type ShellWindow = Pick<
  BrowserWindow,
  'focus' | 'isMinimized' | 'loadURL' | 'on' | 'once' | 'restore' | 'show'
>

/** False: another instance runs already and has been told to show its window. */
export async function runShell(parts: ShellParts): Promise<boolean> {
  const { app, protocol } = parts
  if (!app.requestSingleInstanceLock()) {
    app.quit()
    return false
  }
  protocol.registerSchemesAsPrivileged([
    {
      scheme: pageScheme,
      // Without `stream`, sound could not be heard from any place but the beginning.
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true },
    },
  ])
  app.on('web-contents-created', (_, contents) => guardContents(contents))
  await app.whenReady()

  const address = parts.developmentAddress ?? pageAddress
  const isPage = pageTest(parts.developmentAddress)
  limitPermissions(parts.session(), isPage)
  const engine = hostEngine({
    ...parts,
    onUnusable: (sentence) => parts.showError('RTSTT cannot start', sentence),
  })
  protocol.handle(pageScheme, pageAnswers(parts, engine.connect))
  handOverPorts({ ipc: parts.ipc, openPorts: parts.openPorts, connect: engine.connect, isPage })
  quitAfter(app, engine.stop)
  await keepOneWindow(parts, address)
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

async function keepOneWindow(parts: ShellParts, address: string): Promise<void> {
  const { app, createWindow, preload } = parts
  let window: ShellWindow | null = null
  const open = async (): Promise<void> => {
    const opened = createWindow(windowOptions(preload))
    window = opened
    opened.on('closed', () => (window = null))
    await openPage(opened, address)
  }
  const reveal = (): void => {
    if (window === null) return void open()
    if (window.isMinimized()) window.restore()
    window.focus()
  }
  app.on('second-instance', reveal)
  app.on('activate', reveal)
  app.on('window-all-closed', () => app.quit())
  await open()
}

/** Holds the first wish to quit back until the engine is gone, then quits for good. */
function quitAfter(app: Pick<App, 'on' | 'quit'>, stop: () => Promise<void>): void {
  let isStopped = false
  app.on('before-quit', (event) => {
    if (isStopped) return
    event.preventDefault()
    void stop().then(() => {
      isStopped = true
      app.quit()
    })
  })
}
