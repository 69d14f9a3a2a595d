/**
 * What the browser inside the program is told before it begins: it asks nobody of its own accord, and each page is in
 * a sandbox. Nothing here can be turned on again by a page.
 */
import type { App } from 'electron'

/** Switches of Chromium, which by itself would report, update, look names up ahead, and keep itself company. */
const switches: ReadonlyArray<readonly [name: string, value?: string]> = [
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['disable-sync'],
  ['dns-prefetch-disable'],
  ['no-pings'],
  // No name but this computer's is found, whoever looks for it.
  ['host-resolver-rules', 'MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1'],
  ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
]

/** Ways for others to steer the pages from outside. */
const handles = ['remote-debugging-port', 'remote-debugging-pipe', 'remote-allow-origins']

export type Hardened = Pick<App, 'enableSandbox' | 'commandLine' | 'isPackaged'>

/** To be called before the program is ready. */
export function harden(app: Hardened): void {
  const { commandLine, isPackaged } = app
  app.enableSandbox()
  for (const [name, value] of switches) commandLine.appendSwitch(name, value)
  // While it is worked on, it is looked into and tested through these.
  if (isPackaged) for (const name of handles) commandLine.removeSwitch(name)
}
