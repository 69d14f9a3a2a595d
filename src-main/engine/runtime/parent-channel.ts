/**
 * The channel from a worker process to whoever gave it work: a child's own channel in plain Node; in
 * the desktop program a port to the engine, which the shell hands over once.
 */
export interface ParentChannel {
  send(value: unknown): void
  onMessage(listener: (value: unknown) => void): void
  /** Called when the other side is gone, however it went. */
  onClose(listener: () => void): void
}

/** The little of Electron's ports that is used; they wrap what they bring in an event. */
interface Port {
  postMessage(value: unknown): void
  on(event: 'message', listener: (message: { readonly data: unknown }) => void): unknown
  on(event: 'close', listener: () => void): unknown
  start(): void
}

interface ParentPort {
  on(event: 'message', listener: (message: { readonly ports: readonly Port[] }) => void): unknown
}

export async function parentChannel(): Promise<ParentChannel> {
  const { parentPort } = process as { readonly parentPort?: ParentPort }
  return parentPort ? overPort(await firstPort(parentPort)) : overChild()
}

function firstPort(parent: ParentPort): Promise<Port> {
  return new Promise((resolve) => {
    parent.on('message', ({ ports: [port] }) => {
      if (port) resolve(port)
    })
  })
}

function overPort(port: Port): ParentChannel {
  return {
    send: (value) => port.postMessage(value),
    onMessage(listener) {
      port.on('message', ({ data }) => listener(data))
      port.start()
    },
    onClose: (listener) => void port.on('close', listener),
  }
}

function overChild(): ParentChannel {
  return {
    // A lost parent is told through `onClose`; answering it is not a second failure.
    send: (value) => void process.send?.(value, undefined, undefined, () => {}),
    onMessage: (listener) => void process.on('message', listener),
    onClose(listener) {
      if (process.connected) process.on('disconnect', listener)
      else listener()
    },
  }
}
