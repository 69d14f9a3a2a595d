/** The shell against a stand-in of the few Electron calls it makes, typed by Electron's own types. */
import { EventEmitter } from 'node:events'
import type { MessagePortMain } from 'electron'
import { expect, it, vi } from 'vitest'
import type { EngineProcess } from './engine-host.ts'
import type { WorkerProcess } from './engine-workers.ts'
import { StandInApp, StandInContents, StandInEngine } from './fixtures/stand-in-electron.ts'
import { standInDesktop, standInPort } from './fixtures/stand-in-desktop.ts'
import { runShell, type ShellParts } from './run-shell.ts'

type Session = ReturnType<ShellParts['session']>

interface Start {
  readonly isFirst?: boolean
  readonly developmentAddress?: string | null
  readonly args?: readonly string[]
}

async function setUp(start: Start = {}) {
  const { isFirst = true, developmentAddress = null, args = [] } = start
  const app = new StandInApp(isFirst)
  const engine = new StandInEngine()
  const workers: Array<readonly string[]> = []
  const ipc = new EventEmitter()
  const desktop = standInDesktop()
  const { windows } = desktop
  const protocol = {
    handle: vi.fn<ShellParts['protocol']['handle']>(),
    registerSchemesAsPrivileged: vi.fn<ShellParts['protocol']['registerSchemesAsPrivileged']>(),
  }
  const session = {
    setPermissionRequestHandler: vi.fn<Session['setPermissionRequestHandler']>(),
    setPermissionCheckHandler: vi.fn<Session['setPermissionCheckHandler']>(),
    setDevicePermissionHandler: vi.fn<Session['setDevicePermissionHandler']>(),
    setSpellCheckerEnabled: vi.fn<Session['setSpellCheckerEnabled']>(),
    webRequest: { onBeforeRequest: vi.fn<() => void>() },
    on: vi.fn<() => void>(),
  }
  const own = { port1: { name: 'engine, of the shell' }, port2: standInPort() }
  const ports = { port1: { name: 'engine' }, port2: { name: 'page' } }
  const opened = [own]
  const showError = vi.fn<ShellParts['showError']>()
  const isRunning = await runShell({
    ...desktop.parts,
    app: app as unknown as ShellParts['app'],
    protocol,
    session: () => session,
    ipc: ipc as unknown as ShellParts['ipc'],
    openPorts: () =>
      (opened.pop() ?? ports) as unknown as Record<'port1' | 'port2', MessagePortMain>,
    onAttempt: () => {},
    launch: () => engine as unknown as EngineProcess,
    endForGood: () => {},
    launchWorker: (_, args) => {
      workers.push(args)
      return new StandInEngine() as unknown as WorkerProcess
    },
    later: () => () => {},
    showError,
    pageFolder: '/program/out/page',
    preload: '/program/out/preload/preload.cjs',
    developmentAddress,
    args,
    folder: '/home',
  })
  return {
    ...desktop,
    isRunning,
    app,
    engine,
    workers,
    ipc,
    windows,
    protocol,
    session,
    ports,
    showError,
  }
}

const isStop = (message: unknown): boolean => JSON.stringify(message) === '{"kind":"stop"}'

function pressQuit(app: StandInApp): { readonly preventDefault: () => void } {
  const event = { preventDefault: vi.fn<() => void>() }
  app.emit('before-quit', event)
  return event
}

it('gives the page a sandbox, an isolated world and no Node', async () => {
  const { windows } = await setUp()
  expect(windows[0]?.options.webPreferences).toMatchObject({
    preload: '/program/out/preload/preload.cjs',
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
    spellcheck: false,
    devTools: false,
  })
})

it('shows the window when the page is there to be seen', async () => {
  const { windows } = await setUp()
  const [window] = windows
  expect(window?.loadURL).toHaveBeenCalledWith('app://rtstt/index.html')
  expect(window?.show).not.toHaveBeenCalled()
  window?.emit('ready-to-show')
  expect(window?.show).toHaveBeenCalledOnce()
})

it('gives the page an origin of its own and answers every request under it', async () => {
  const { protocol } = await setUp()
  expect(protocol.registerSchemesAsPrivileged).toHaveBeenCalledWith([
    {
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true },
    },
  ])
  const [scheme, answer] = protocol.handle.mock.calls[0] ?? []
  expect(scheme).toBe('app')
  const { headers } = (await answer?.(new Request('app://rtstt/nowhere'))) ?? {}
  expect(headers?.get('content-security-policy')).toContain("default-src 'none'")
})

it.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])(
  'refuses %s in every page',
  async (name) => {
    const { app } = await setUp()
    const contents = new StandInContents()
    app.emit('web-contents-created', {}, contents)
    const event = { preventDefault: vi.fn<() => void>() }
    contents.emit(name, event)
    expect(event.preventDefault).toHaveBeenCalledOnce()
  },
)

it('opens no second window for a page', async () => {
  const { app } = await setUp()
  const contents = new StandInContents()
  app.emit('web-contents-created', {}, contents)
  expect(contents.setWindowOpenHandler.mock.calls[0]?.[0]()).toEqual({ action: 'deny' })
})

const page = 'app://rtstt/index.html'
it.each([
  ['the microphone to the page', 'media', page, ['audio'], true],
  ['the camera', 'media', page, ['video'], false],
  ['camera and microphone together', 'media', page, ['audio', 'video'], false],
  ['the microphone to anybody else', 'media', 'https://example.org/', ['audio'], false],
  ['the microphone to a look-alike', 'media', 'app://rtstt.example/', ['audio'], false],
  ['text on the clipboard', 'clipboard-sanitized-write', page, undefined, true],
  ['reading the clipboard', 'clipboard-read', page, undefined, false],
  ['the place of the computer', 'geolocation', page, undefined, false],
  ['notifications', 'notifications', page, undefined, false],
  ['other programs', 'openExternal', page, undefined, false],
] as const)('decides about %s', async (_, permission, requestingUrl, mediaTypes, granted) => {
  const { session } = await setUp()
  const [ask] = session.setPermissionRequestHandler.mock.calls[0] ?? []
  const decide = vi.fn<(granted: boolean) => void>()
  const details = { requestingUrl, isMainFrame: true, ...(mediaTypes ? { mediaTypes } : {}) }
  ask?.({} as never, permission, decide, details as never)
  expect(decide).toHaveBeenCalledExactlyOnceWith(granted)

  const [check] = session.setPermissionCheckHandler.mock.calls[0] ?? []
  const mediaType = mediaTypes?.includes('video' as never) ? 'video' : 'audio'
  const isGranted = check?.(null, permission, new URL(requestingUrl).href, { mediaType } as never)
  expect(isGranted).toBe(granted)
})

it('lends no device to anybody', async () => {
  const { session } = await setUp()
  expect(session.setDevicePermissionHandler.mock.calls[0]?.[0]?.({} as never)).toBe(false)
})

it('hands a page that asks its end of a port, and the engine the other', async () => {
  const { ipc, engine, ports } = await setUp()
  engine.emit('message', { kind: 'ready' })
  const frame = { url: page, postMessage: vi.fn<(...args: readonly unknown[]) => void>() }
  ipc.emit('rtstt:ask-for-engine', { senderFrame: frame, sender: { mainFrame: frame } })
  expect(engine.postMessage).toHaveBeenCalledWith({ kind: 'page' }, [ports.port1])
  expect(frame.postMessage).toHaveBeenCalledWith('rtstt:engine-port', null, [ports.port2])
})

it('starts a process for the engine and hands both their ends of a port', async () => {
  const { engine, workers, ports } = await setUp()
  engine.emit('message', {
    kind: 'launch',
    worker: 1,
    program: 'recognition',
    args: ['/models/voice.bin'],
  })
  expect(workers).toEqual([['/models/voice.bin']])
  expect(engine.postMessage).toHaveBeenCalledWith({ kind: 'launched', worker: 1 }, [ports.port1])
})

it.each([
  ['a foreign page', 'https://example.org/', true],
  ['a frame inside the page', page, false],
])('gives no port to %s', async (_, url, isMain) => {
  const { ipc, engine } = await setUp()
  engine.emit('message', { kind: 'ready' })
  const frame = { url, postMessage: vi.fn<(...args: readonly unknown[]) => void>() }
  const mainFrame = isMain ? frame : { ...frame }
  ipc.emit('rtstt:ask-for-engine', { senderFrame: frame, sender: { mainFrame } })
  expect(frame.postMessage).not.toHaveBeenCalled()
  expect(engine.postMessage).toHaveBeenCalledOnce() // with the port of the shell itself
})

it('leaves at once when another instance runs', async () => {
  const { isRunning, app, windows, protocol } = await setUp({ isFirst: false })
  expect(isRunning).toBe(false)
  expect(app.quit).toHaveBeenCalledOnce()
  expect(windows).toEqual([])
  expect(protocol.handle).not.toHaveBeenCalled()
})

it('shows the window again when a second instance is started', async () => {
  const { app, windows } = await setUp()
  windows[0]?.isMinimized.mockReturnValue(true)
  app.emit('second-instance', {}, ['/program/rtstt'], '/home')
  expect(windows).toHaveLength(1)
  expect(windows[0]?.restore).toHaveBeenCalledOnce()
  expect(windows[0]?.focus).toHaveBeenCalledOnce()
})

it('quits only after the engine has finished', async () => {
  const { app, engine } = await setUp()
  engine.emit('message', { kind: 'ready' })
  expect(pressQuit(app).preventDefault).toHaveBeenCalledOnce()
  expect(engine.postMessage).toHaveBeenLastCalledWith({ kind: 'stop' })
  expect(app.quit).not.toHaveBeenCalled()
  expect(pressQuit(app).preventDefault).toHaveBeenCalledOnce()
  engine.emit('exit', 0)
  await expect.poll(() => app.quit).toHaveBeenCalled()
  expect(pressQuit(app).preventDefault).not.toHaveBeenCalled()
  expect(engine.postMessage.mock.calls.filter(([message]) => isStop(message))).toHaveLength(1)
})

it('stays in the tray when its window is closed, and comes back from there', async () => {
  const { app, windows, choose } = await setUp()
  windows[0]?.close()
  expect(windows[0]?.isVisible()).toBe(false)
  app.emit('window-all-closed')
  expect(app.quit).not.toHaveBeenCalled()
  choose('Open RTSTT')
  expect(windows).toHaveLength(1)
  expect(windows[0]?.isVisible()).toBe(true)
})

it('starts into the tray with the computer', async () => {
  const { windows, trays, choose } = await setUp({ args: ['--hidden'] })
  expect(windows).toEqual([])
  expect(trays[0]?.setToolTip).toHaveBeenCalledWith('RTSTT is being started again')
  choose('Open RTSTT')
  expect(windows).toHaveLength(1)
})

const meeting = '3f0b8f2e-1c2d-4b5a-9c3e-000000000001'
const link = `rtstt://meeting/${meeting}?t=5000`

it('opens a link at its place, whether it starts the program or comes later', async () => {
  const { app, windows } = await setUp({ args: [link] })
  const hash = `#/meeting/${meeting}?t=5000`
  expect(windows[0]?.loadURL).toHaveBeenCalledWith(`app://rtstt/index.html${hash}`)
  app.emit('second-instance', {}, ['/program/rtstt', '--switch', link], '/home')
  expect(windows[0]?.webContents.send).toHaveBeenCalledWith('rtstt:go', hash)
  expect(windows).toHaveLength(1)
})

it('asks before a link may record', async () => {
  const { ask } = await setUp({ args: ['rtstt://record'] })
  expect(ask).toHaveBeenCalledOnce()
  expect(ask.mock.calls[0]?.[0]).toMatchObject({ title: 'Start recording?', cancel: 1 })
})

it('finds its window again where it was left', async () => {
  const { windows, places } = await setUp()
  windows[0]?.close()
  expect(places.get('main')).toEqual({ x: 1, y: 2, width: 300, height: 200, maximized: false })
})

it('says in a dialog why the engine cannot work', async () => {
  const { engine, showError } = await setUp()
  engine.emit('message', { kind: 'unusable', sentence: 'These meetings need a newer RTSTT.' })
  expect(showError).toHaveBeenCalledWith('RTSTT cannot start', 'These meetings need a newer RTSTT.')
})

it('takes the page from a bundler while it is being worked on', async () => {
  const { windows, session } = await setUp({ developmentAddress: 'http://localhost:5173' })
  expect(windows[0]?.loadURL).toHaveBeenCalledWith('http://localhost:5173/index.html')
  const [check] = session.setPermissionCheckHandler.mock.calls[0] ?? []
  expect(check?.(null, 'media', 'http://localhost:5173', { mediaType: 'audio' } as never)).toBe(
    true,
  )
})
