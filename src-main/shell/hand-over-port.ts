/**
 * Gives a page its end of a port to the engine. The page asks through the preload script and gets
 * the port back the same way; after that the shell is out of the path.
 */
import type { IpcMain, IpcMainEvent, MessageChannelMain, MessagePortMain } from 'electron'

export const askChannel = 'rtstt:ask-for-engine'
export const portChannelName = 'rtstt:engine-port'

interface Parts {
  readonly ipc: Pick<IpcMain, 'on'>
  readonly openPorts: () => Pick<MessageChannelMain, 'port1' | 'port2'>
  readonly connect: (port: MessagePortMain) => void
  readonly isPage: (url: string) => boolean
}

export function handOverPorts({ ipc, openPorts, connect, isPage }: Parts): void {
  ipc.on(askChannel, ({ senderFrame, sender }: IpcMainEvent) => {
    if (!senderFrame || senderFrame !== sender.mainFrame || !isPage(senderFrame.url)) return
    const { port1, port2 } = openPorts()
    connect(port1)
    senderFrame.postMessage(portChannelName, null, [port2])
  })
}
