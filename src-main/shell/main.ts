/** Entry of the desktop program: Electron's parts in, the shell out. */
import { guard } from '../guard.ts'
import { join, sep } from 'node:path'
import {
  app,
  BrowserWindow,
  type BrowserWindowConstructorOptions,
  clipboard,
  ClipboardItem,
  dialog,
  globalShortcut,
  ipcMain,
  Menu,
  MessageChannelMain,
  nativeImage,
  nativeTheme,
  Notification,
  powerMonitor,
  protocol,
  screen,
  session,
  Tray,
  utilityProcess,
} from 'electron'
import { neverAsk } from './detect/never-ask.ts'
import { systemMicrophone } from './detect/system-microphone.ts'
import { linkScheme } from './routes/parse-link.ts'
import { runShell } from './run-shell.ts'
import { windowPlaces } from './windows/window-places.ts'

// One data folder, one window: programs on different data do not get in each other's way.
const data = process.env['RTSTT_DATA']
if (data) app.setPath('userData', join(data, 'window'))
// Windows shows notifications under the name of the program that is installed by this id.
app.setAppUserModelId('io.github.rtstt.app')
// A program that is being worked on must not take links and the start of the computer from the installed one.
if (app.isPackaged) app.setAsDefaultProtocolClient(linkScheme)

const root = app.getAppPath()
// The engine and all it loads are plain files beside the archive: native code cannot read inside it.
const plain = root.replace(`${sep}app.asar`, `${sep}app.asar.unpacked`)
const sources = join(plain, 'src-main')
const engineEntry = join(sources, 'engine-process.ts')
const workerEntries = {
  recognition: join(sources, 'engine/recognition/recognition-process.ts'),
  language: join(sources, 'engine/language/language-process.ts'),
} as const
/** Started so, no process of the program reaches anything, whatever the settings say. */
const env = process.argv.includes('--offline')
  ? { ...process.env, RTSTT_OFFLINE: '1' }
  : process.env
// Nothing that the shell does needs the network.
guard.setOff(() => true)
/** Only a program that is being worked on, or tested, has the browser's tools in its windows. */
function open(options: BrowserWindowConstructorOptions): BrowserWindow {
  if (app.isPackaged) return new BrowserWindow(options)
  return new BrowserWindow({
    ...options,
    webPreferences: { ...options.webPreferences, devTools: true },
  })
}

const kept = (name: string): string => join(app.getPath('userData'), name)
/** With the computer it starts into the tray. */
const login = { args: ['--hidden'] }
const pictureEnd = process.platform === 'win32' ? 'ico' : 'png'

void runShell({
  app,
  protocol,
  session: () => session.defaultSession,
  onAttempt: (listener) => guard.onAttempt((attempt) => listener({ ...attempt, by: 'shell' })),
  ipc: ipcMain,
  createWindow: open,
  createOverlay: open,
  openPorts: () => new MessageChannelMain(),
  showError: (title, sentence) => dialog.showErrorBox(title, sentence),
  launch: () => utilityProcess.fork(engineEntry, [], { serviceName: 'RTSTT engine', env }),
  endForGood: (pid) => void process.kill(pid, 'SIGKILL'),
  launchWorker: (program, args) =>
    utilityProcess.fork(workerEntries[program], [...args], {
      env,
      serviceName: `RTSTT ${program}`,
      // Native libraries print there; what they say is nobody's output.
      stdio: ['ignore', 'ignore', 'inherit'],
    }),
  later: (work, delayMs) => {
    const timer = setTimeout(work, delayMs)
    return () => clearTimeout(timer)
  },
  nowMs: () => performance.now(),
  pageFolder: join(root, 'out/page'),
  preload: join(root, 'out/preload/preload.cjs'),
  developmentAddress: app.isPackaged ? null : (process.env['ELECTRON_RENDERER_URL'] ?? null),
  // A program that is not packaged is started with the folder that it lies in.
  args: process.argv.slice(app.isPackaged ? 1 : 2),
  folder: process.cwd(),
  places: windowPlaces(kept('windows.json')),
  neverAsk: neverAsk(kept('microphone-programs.json')),
  areas() {
    const main = screen.getPrimaryDisplay()
    const others = screen.getAllDisplays().filter(({ id }) => id !== main.id)
    return [main, ...others].map(({ workArea }) => workArea)
  },
  createTray: (picture) => new Tray(picture),
  picture: (name) => {
    // Overlays are drawn from one picture; the tray chooses among the sizes of a Windows icon.
    const end = name.startsWith('overlay') ? 'png' : pictureEnd
    return nativeImage.createFromPath(join(plain, 'resources/icons', `${name}.${end}`))
  },
  isTaskbarDark: () => nativeTheme.shouldUseDarkColorsForSystemIntegratedUI,
  buildMenu: (template) => Menu.buildFromTemplate(template),
  setMenu: (menu) => Menu.setApplicationMenu(menu),
  createNotification: (options) => new Notification(options),
  globalShortcut,
  clipboard,
  createItem: (forms) => new ClipboardItem(forms),
  openKeyboard: async () =>
    process.platform === 'win32'
      ? (await import('./dictate/keyboard.koffi.ts')).openKeyboard()
      : null,
  microphoneUsers: systemMicrophone(() => app.getAppMetrics().map(({ pid }) => pid)),
  async ask({ title, detail, answers, cancel }) {
    const options = { message: title, detail, buttons: [...answers], defaultId: 0 }
    const box = { ...options, type: 'question', cancelId: cancel, noLink: true } as const
    return (await dialog.showMessageBox(box)).response
  },
  async chooseFiles(title, extensions) {
    const filters = [{ name: title, extensions: [...extensions] }]
    const properties = ['openFile', 'multiSelections'] as const
    return (await dialog.showOpenDialog({ filters, properties: [...properties] })).filePaths
  },
  startAtLogin(isWanted) {
    if (!app.isPackaged || app.getLoginItemSettings(login).openAtLogin === isWanted) return
    app.setLoginItemSettings({ ...login, openAtLogin: isWanted })
  },
  languages: () => app.getPreferredSystemLanguages(),
  onLookChanged(listener) {
    nativeTheme.on('updated', listener)
    screen.on('display-added', listener)
    screen.on('display-removed', listener)
    screen.on('display-metrics-changed', listener)
  },
  onShutdown: (listener) => void powerMonitor.on('shutdown', listener as () => void),
})
