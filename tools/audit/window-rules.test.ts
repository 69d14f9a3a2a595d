import { describe, expect, it } from 'vitest'
import { builtWindow } from './built-window.mjs'
import { type Built, windowFaults } from './window-rules.mjs'

const built = await builtWindow()

it('is built as it must be', () => expect(windowFaults(built)).toEqual([]))

describe('a change that opens something is seen', () => {
  const inMain = (from: string | RegExp, to: string): Built => {
    const main = built.main.replace(from, to)
    expect(main).not.toBe(built.main)
    return { ...built, main }
  }
  const added = (code: string): Built => ({ ...built, main: `${built.main}\n${code}` })

  it.each<[string, () => Built]>([
    ['no sandbox', () => inMain('sandbox: true', 'sandbox: false')],
    ['no isolation', () => inMain('contextIsolation: true', 'contextIsolation: false')],
    ['Node in pages', () => inMain('nodeIntegration: false', 'nodeIntegration: true')],
    ['Node in workers', () => inMain('nodeIntegrationInWorker: false', '')],
    ['no same origin', () => inMain('webSecurity: true', 'webSecurity: false')],
    ['webviews', () => inMain('webviewTag: false', 'webviewTag: true')],
    ['a spelling checker', () => inMain('spellcheck: false', 'spellcheck: true')],
    ['another window', () => added('new BrowserWindow({})')],
    ['preferences elsewhere', () => added('open({ webPreferences: { sandbox: true } })')],
    [
      'tools for everybody',
      () => inMain(/if \((\w+\.)?app\.isPackaged\) return new/, 'if (x) return new'),
    ],
    [
      'navigation',
      () =>
        inMain(
          /["']will-navigate["'], \((\w+)\) => \1\.preventDefault\(\)/,
          "'will-navigate', () => {}",
        ),
    ],
    ['new windows', () => inMain(/action: ["']deny["']/, 'action: "allow"')],
    ['an address in another program', () => added('shell.openExternal(url)')],
    ['crash dumps', () => added('crashReporter.start({})')],
    ['remote content', () => added('window.loadURL("https://example.org")')],
    ['answers to any frame', () => added('ipcMain.handle("a", () => 1)')],
    ['no look at the frame', () => inMain(/senderFrame !== \w+\.mainFrame/, 'false')],
    [
      'inline scripts',
      () => inMain(/"script-src": "'self'"/, `"script-src": "'self' 'unsafe-inline'"`),
    ],
    ['connections to anywhere', () => inMain(/"connect-src": "'self'"/, '"connect-src": "*"')],
    ['no rule for the rest', () => inMain(/"default-src": "'none'"/, `"default-src": "'self'"`)],
    [
      'devices',
      () =>
        inMain('setDevicePermissionHandler(() => false)', 'setDevicePermissionHandler(() => true)'),
    ],
    ['names', () => inMain('host-resolver-rules', 'nothing')],
    [
      'a second bridge',
      () => ({ ...built, preload: `${built.preload}\nexposeInMainWorld("a", {})` }),
    ],
    [
      'a channel of the page’s choice',
      () => ({ ...built, preload: `${built.preload}\nipcRenderer.send(channel)` }),
    ],
    ['all channels', () => ({ ...built, preload: `${built.preload}\nx({ ipc: ipcRenderer })` })],
    [
      'Node in the preload script',
      () => ({ ...built, preload: `${built.preload}\nrequire("node:fs")` }),
    ],
    ['a script in the page', () => ({ ...built, pages: ['<script>1</script>'] })],
    [
      'a script from elsewhere',
      () => ({ ...built, pages: ['<script src="https://example.org/a.js"></script>'] }),
    ],
    ['code in an attribute', () => ({ ...built, pages: ['<p onclick="a()">'] })],
    ...Object.keys(built.fuses).map((name): [string, () => Built] => [
      `the fuse ${name}`,
      () => ({ ...built, fuses: { ...built.fuses, [name]: built.fuses[name] !== true } }),
    ]),
    ['no fuses', () => ({ ...built, fuses: {} })],
  ])('%s', (_, change) => expect(windowFaults(change())).not.toEqual([]))
})
