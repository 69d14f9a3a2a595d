import type { Channel } from '#wire/channel.ts'
import { browserPortChannel } from './browser-port-channel.ts'
import { browserSocketChannel } from './browser-socket-channel.ts'

/** What the desktop window's preload script offers the page. */
interface Shell {
  /** The engine's port arrives in a message to the window. */
  askForEngine(): void
  /** Where a file lies that was chosen or dropped; empty for one that lies nowhere. */
  pathOf(file: File): string
}

declare global {
  interface Window {
    readonly rtstt?: Shell
  }
}

const portMessage = 'rtstt:engine-port'
const longestOpenMs = 10_000

/**
 * Opens a way to the engine: the desktop window's port where there is one, else a socket beside the page that the
 * server sent. Null where the server is there and does not know this browser, as after it was started anew.
 */
export async function openChannel(): Promise<Channel | null> {
  if (window.rtstt) return openPort(window.rtstt)
  try {
    return await openSocket(new URL('engine', window.location.href.replace(/^http/, 'ws')))
  } catch (error) {
    // A browser does not tell a page why its socket was refused.
    const { status } = await fetch('entered', { cache: 'no-store' })
    if (status === 401) return null
    throw error
  }
}

async function openPort(shell: Shell): Promise<Channel> {
  const port = Promise.withResolvers<MessagePort>()
  const stop = new AbortController()
  const listen = (event: MessageEvent): void => {
    const [handed] = event.ports
    if (event.source === window && event.data === portMessage && handed) port.resolve(handed)
  }
  window.addEventListener('message', listen, { signal: stop.signal })
  const timer = setTimeout(() => port.reject(new Error('No engine port came.')), longestOpenMs)
  shell.askForEngine()
  try {
    return browserPortChannel(await port.promise)
  } finally {
    stop.abort()
    clearTimeout(timer)
  }
}

function openSocket(address: URL): Promise<Channel> {
  const opened = Promise.withResolvers<Channel>()
  const socket = new WebSocket(address)
  socket.addEventListener('open', () => opened.resolve(browserSocketChannel(socket)))
  socket.addEventListener('close', () => opened.reject(new Error('The socket did not open.')))
  return opened.promise
}
