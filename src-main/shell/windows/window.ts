import type { BrowserWindowConstructorOptions } from 'electron'

export const windowSize = { width: 1180, height: 780 } as const

/** A page's own process has no Node, no view of the shell, and nothing that asks the network. */
export function pagePreferences(
  preload: string,
): NonNullable<BrowserWindowConstructorOptions['webPreferences']> {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
    plugins: false,
    experimentalFeatures: false,
    // What looks into pages can also change them.
    devTools: false,
    navigateOnDragDrop: false,
    // A spelling checker would fetch its dictionaries from elsewhere.
    spellcheck: false,
    // A transcript that grows behind another window must not wait.
    backgroundThrottling: false,
  }
}

export function windowOptions(preload: string): BrowserWindowConstructorOptions {
  return {
    ...windowSize,
    minWidth: 480,
    minHeight: 400,
    show: false,
    title: 'RTSTT',
    // The Alt key shows the menus.
    autoHideMenuBar: true,
    webPreferences: pagePreferences(preload),
  }
}
