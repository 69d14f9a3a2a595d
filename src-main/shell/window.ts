import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron'

/** The page's own process has no Node, no view of the shell, and nothing that asks the network. */
export function windowOptions(preload: string): BrowserWindowConstructorOptions {
  return {
    width: 1180,
    height: 780,
    minWidth: 480,
    minHeight: 400,
    show: false,
    title: 'RTSTT',
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      // A spelling checker would fetch its dictionaries from elsewhere.
      spellcheck: false,
      // A transcript that grows behind another window must not wait.
      backgroundThrottling: false,
    },
  }
}

type Window = Pick<BrowserWindow, 'once' | 'show' | 'loadURL'>

/** Shows the window once there is something to see. */
export async function openPage(window: Window, address: string): Promise<void> {
  window.once('ready-to-show', () => window.show())
  await window.loadURL(address)
}
