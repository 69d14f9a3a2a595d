// What must hold for the desktop program as it is built, and what goes against it: a sentence each.

/**
 * @typedef {object} Built
 * @property {string} main The shell's script.
 * @property {string} preload
 * @property {readonly string[]} pages The documents of the windows.
 * @property {Readonly<Record<string, boolean>>} fuses As the packager sets them.
 */

/** Preferences of every window: name, and the only value that it may have. */
const preferences = {
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
  navigateOnDragDrop: false,
  spellcheck: false,
}

const fuses = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  grantFileProtocolExtraPrivileges: false,
  onlyLoadAppFromAsar: true,
  enableEmbeddedAsarIntegrityValidation: true,
}

/** What the shell has no use for, and what each would open. */
const forbidden = /** @type {const} */ ([
  [/openExternal/, 'opens addresses in other programs'],
  [/\bremote\b.{0,20}\benable\(|@electron\/remote/, 'gives pages the shell’s own objects'],
  [/executeJavaScript|insertCSS/, 'writes code into pages'],
  [/crashReporter/, 'sends crash dumps'],
  [/autoUpdater/, 'fetches updates'],
  [/toggleDevTools|openDevTools/i, 'opens the browser’s tools'],
  [/bypassCSP|allowServiceWorkers/, 'frees a scheme from the content policy'],
  [/ignore-certificate-errors|disable-web-security|no-sandbox/, 'switches protection off'],
  [/setCertificateVerifyProc|certificate-error/, 'decides about certificates itself'],
  [/enableBlinkFeatures|disableBlinkFeatures/, 'changes what the browser’s pages can do'],
  [/ipcMain\.handle|ipc\.handle\(/, 'answers pages in a way that knows no frame'],
  [/loadURL\(\s*["'`]https?:/, 'opens remote content'],
])

/** What it cannot do without. */
const needed = /** @type {const} */ ([
  [/\.enableSandbox\(\)/, 'no sandbox for all processes'],
  [/setWindowOpenHandler\(\(\) => \(\{ action: ["']deny["'] \}\)\)/, 'new windows are not denied'],
  [/["']will-navigate["'], \((\w+)\) => \1\.preventDefault\(\)/, 'navigation is not denied'],
  [/["']will-frame-navigate["'], \((\w+)\) => \1\.preventDefault\(\)/, 'frames may navigate'],
  [/["']will-redirect["'], \((\w+)\) => \1\.preventDefault\(\)/, 'redirects are followed'],
  [/["']will-attach-webview["'], \((\w+)\) => \1\.preventDefault\(\)/, 'webviews may be attached'],
  [/["']web-contents-created["']/, 'contents are not guarded when they are made'],
  [/setPermissionRequestHandler/, 'permissions are not limited'],
  [/setPermissionCheckHandler/, 'permission checks are not limited'],
  [/setDevicePermissionHandler\(\(\) => false\)/, 'devices are handed out'],
  [/onBeforeRequest/, 'requests are not looked at'],
  [/setSpellCheckerEnabled\(false\)/, 'dictionaries may be fetched'],
  [/senderFrame !== \w+\.mainFrame/, 'the frame that asks for the engine is not checked'],
  [/disable-component-update/, 'the browser may fetch its components'],
  [/devTools: false/, 'the browser’s tools are in every window'],
  [/host-resolver-rules/, 'names may be looked up'],
])

/** @param {Built} built */
export function windowFaults({ main, preload, pages, fuses: set }) {
  return [
    ...preferenceFaults(main),
    ...forbidden.filter(([what]) => what.test(main)).map(([, why]) => `The shell ${why}.`),
    ...needed.filter(([what]) => !what.test(main)).map(([, why]) => `In the shell ${why}.`),
    ...windowCount(main),
    ...policyFaults(main),
    ...preloadFaults(preload),
    ...pages.flatMap(pageFaults),
    ...fuseFaults(set),
  ]
}

/** @param {string} main */
function preferenceFaults(main) {
  return Object.entries(preferences).flatMap(([name, only]) => {
    const values = [...main.matchAll(new RegExp(`\\b${name}: (!?\\w+)`, 'g'))].map(([, value]) =>
      value === '!0' ? 'true' : value === '!1' ? 'false' : value,
    )
    if (values.length === 0) return [`No window says ${name}: ${only}.`]
    return values
      .filter((value) => value !== String(only))
      .map((value) => `A window has ${name}: ${value}.`)
  })
}

/** Each window is made in one place, from the preferences that were looked at. @param {string} main */
function windowCount(main) {
  const made = main.match(
    /new (?:\w+\.)?(?:BrowserWindow|BaseWindow|BrowserView|WebContentsView)\(/g,
  )
  const preferred = main.match(
    /webPreferences: (?!\{\s*\.\.\.\w+\.webPreferences,\s*devTools: true\s*\}|pagePreferences\()/g,
  )
  return [
    ...(made?.length === 2
      ? []
      : [`Windows are made in ${made?.length ?? 0} places instead of 2.`]),
    ...(preferred ? ['A window has preferences of its own.'] : []),
    ...(/if \((?:\w+\.)?app\.isPackaged\) return new/.test(main)
      ? []
      : ['The browser’s tools come with the packaged program.']),
  ]
}

/** @param {string} main */
function policyFaults(main) {
  const sources = [...main.matchAll(/"([a-z-]+-(?:src|uri|action|ancestors))": ("[^"]*"|'[^']*')/g)]
  const policy = new Map(sources.map(([, name, value]) => [name, value?.slice(1, -1) ?? '']))
  const loose = [...policy].filter(([, value]) => !/^'(?:none|self)'$/.test(value))
  const missing = [
    'default-src',
    'script-src',
    'connect-src',
    'object-src',
    'base-uri',
    'form-action',
    'frame-ancestors',
  ]
  return [
    ...loose.map(([name, value]) => `The content policy allows ${name} ${value}.`),
    ...missing
      .filter((name) => !policy.has(name))
      .map((name) => `The content policy has no ${name}.`),
    ...(policy.get('default-src') === "'none'"
      ? []
      : ['The content policy allows what it does not name.']),
  ]
}

/** @param {string} preload */
function preloadFaults(preload) {
  const bridges = preload.match(/exposeInMainWorld\(/g)?.length ?? 0
  const sent = [
    ...preload.matchAll(/ipcRenderer\.(?:send|sendSync|invoke|postMessage|sendToHost)\(([^,)]*)/g),
  ]
  return [
    ...(bridges === 1 ? [] : [`The preload script opens ${bridges} bridges instead of 1.`]),
    ...sent
      .filter(([, channel]) => !/^["']rtstt:[a-z-]+["']$/.test(channel?.trim() ?? ''))
      .map(([, channel]) => `The page chooses the channel: ${channel}.`),
    ...(/:\s*(?:\w+\.)?ipcRenderer\b(?!\.)/.test(preload)
      ? ['The page is given every channel.']
      : []),
    ...(/require\(["'](?!electron["'])/.test(preload)
      ? ['The preload script loads more than Electron.']
      : []),
  ]
}

/** @param {string} page */
function pageFaults(page) {
  return [
    ...(/<script(?![^>]*\bsrc=)[^>]*>/.test(page)
      ? ['A page has a script of its own in its text.']
      : []),
    ...(/\bon\w+=["']/.test(page) ? ['A page has code in an attribute.'] : []),
    ...(/(?:src|href)=["'](?:https?:)?\/\//.test(page)
      ? ['A page loads something from elsewhere.']
      : []),
    ...(/<style|\bstyle=["']/.test(page) ? ['A page has a style of its own in its text.'] : []),
  ]
}

/** @param {Readonly<Record<string, boolean>>} set */
function fuseFaults(set) {
  return Object.entries(fuses)
    .filter(([name, value]) => set[name] !== value)
    .map(([name, value]) => `The fuse ${name} is ${set[name] ?? 'not set'} instead of ${value}.`)
}
