/** Entry of the desktop program: Electron's parts in, the shell out. */
import { join, sep } from 'node:path'
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  MessageChannelMain,
  protocol,
  session,
  utilityProcess,
} from 'electron'
import { runShell } from './run-shell.ts'

// One data folder, one window: programs on different data do not get in each other's way.
const data = process.env['RTSTT_DATA']
if (data) app.setPath('userData', join(data, 'window'))

const root = app.getAppPath()
// The engine and all it loads are plain files beside the archive: native code cannot read inside it.
const sources = join(root.replace(`${sep}app.asar`, `${sep}app.asar.unpacked`), 'src-main')
const engineEntry = join(sources, 'engine-process.ts')
const workerEntries = {
  recognition: join(sources, 'engine/recognition/recognition-process.ts'),
  language: join(sources, 'engine/language/language-process.ts'),
} as const

void runShell({
  app,
  protocol,
  session: () => session.defaultSession,
  ipc: ipcMain,
  createWindow: (options) => new BrowserWindow(options),
  openPorts: () => new MessageChannelMain(),
  showError: (title, sentence) => dialog.showErrorBox(title, sentence),
  launch: () => utilityProcess.fork(engineEntry, [], { serviceName: 'RTSTT engine' }),
  launchWorker: (program, args) =>
    utilityProcess.fork(workerEntries[program], [...args], {
      serviceName: `RTSTT ${program}`,
      // Native libraries print there; what they say is nobody's output.
      stdio: ['ignore', 'ignore', 'inherit'],
    }),
  later: (work, delayMs) => {
    const timer = setTimeout(work, delayMs)
    return () => clearTimeout(timer)
  },
  pageFolder: join(root, 'out/page'),
  preload: join(root, 'out/preload/preload.cjs'),
  developmentAddress: app.isPackaged ? null : (process.env['ELECTRON_RENDERER_URL'] ?? null),
})
