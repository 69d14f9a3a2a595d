// `npm start`: the desktop window. Where Electron's binary is not there and cannot be fetched, the
// same page in the browser.
import { spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { electronBinary, electronFolder } from './electron-binary.mjs'
import { isFresh } from './freshness.mjs'
import { projectNode, root } from './project-node.mjs'

const windowSources = [
  'src-main/shell',
  'src-main/engine-messages.ts',
  'src-preload',
  'electron.vite.config.ts',
]

const electron = electronBinary() ?? fetchElectron()
if (electron) {
  buildWindow()
  follow(spawn(electron, [root, ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' }))
} else {
  console.log(
    'Electron is not installed here and could not be fetched, so the browser shows the page instead.',
  )
  node('tools/build-page.mjs')
  const serve = ['bin/rtstt.mjs', 'serve', '--open', ...process.argv.slice(2)]
  follow(spawn(projectNode, serve, { cwd: root, stdio: 'inherit' }))
}

/** Electron's package leaves its binary to the first use. */
function fetchElectron() {
  const folder = electronFolder()
  if (!folder) return null
  spawnSync(projectNode, [join(folder, 'install.js')], { stdio: 'ignore', timeout: 180_000 })
  return electronBinary()
}

function buildWindow() {
  node('tools/build-page.mjs')
  const built = ['out/main/main.js', 'out/preload/preload.cjs']
  if (built.every((file) => isFresh(file, windowSources))) return
  // The page is up to date by now; building it again changes nothing.
  node('node_modules/electron-vite/bin/electron-vite.js', ['build', '--logLevel', 'warn'])
}

function node(/** @type {string} */ script, /** @type {readonly string[]} */ args = []) {
  const { status } = spawnSync(projectNode, [join(root, script), ...args], {
    cwd: root,
    stdio: 'inherit',
  })
  if (status !== 0) process.exit(status ?? 1)
}

/** This process is over when the other one is; Ctrl+C reaches both. */
function follow(/** @type {import('node:child_process').ChildProcess} */ child) {
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  child.on('exit', (code) => process.exit(code ?? 1))
}
