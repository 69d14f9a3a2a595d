/**
 * Hands the page its port to the engine, says where a chosen file lies, and leads it to a place where the shell asks
 * for that. Nothing else. How the port comes:
 *
 * 1. The page listens for `message` events on its window, then calls `window.rtstt.askForEngine()`.
 * 2. The shell answers with one end of a port, whose other end the engine holds.
 * 3. The page gets a `message` event with `source === window`, `data === 'rtstt:engine-port'` and
 *    the port as `ports[0]`. A port cannot cross the context bridge, only a window message.
 *
 * The port closes when the engine is lost. Asking again gives a new one as soon as the engine is
 * back. The names are the shell's (`hand-over-port.ts`); a sandboxed script can import nothing.
 */
import { contextBridge, ipcRenderer, webUtils } from 'electron'

const handedOver = 'rtstt:engine-port'

contextBridge.exposeInMainWorld('rtstt', {
  platform: process.platform,
  askForEngine: () => ipcRenderer.send('rtstt:ask-for-engine'),
  // A file that a person chose or dropped is read where it lies.
  pathOf: (file: File) => webUtils.getPathForFile(file),
})

ipcRenderer.on(handedOver, ({ ports }) => {
  window.postMessage(handedOver, window.location.origin, [...ports])
})

// A part of the page's own address, which decides by itself what is shown there.
ipcRenderer.on('rtstt:go', (_, hash: string) => {
  window.location.hash = hash
})
