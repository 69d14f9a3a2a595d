/** The built desktop program in real Electron, for specs that look at the page through its window. */
import { spawnSync } from 'node:child_process'
import { join, resolve } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { electronBinary } from '../../tools/electron-binary.mjs'
import { projectNode } from '../../tools/project-node.mjs'

export const root = resolve(import.meta.dirname, '../..')
const binary = electronBinary()

/** Why the window cannot be tested here; null where it can, or where it must. */
export const windowObstacle =
  binary === null && !process.env['RTSTT_NEEDS_ELECTRON']
    ? "Electron's binary is not installed here. Where the network allows: node node_modules/electron/install.js"
    : null

/** Builds what Electron loads; throws with the builder's exit code when it cannot. */
export function buildWindow(): void {
  const vite = join(root, 'node_modules/electron-vite/bin/electron-vite.js')
  const { status } = spawnSync(projectNode, [vite, 'build'], { cwd: root, stdio: 'inherit' })
  if (status !== 0) throw new Error(`The window could not be built: exit code ${status}`)
}

export async function launchWindow(data: string): Promise<ElectronApplication> {
  return _electron.launch({
    executablePath: binary ?? '',
    args: [root, '--lang=en-US', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    env: { ...(process.env as Record<string, string>), RTSTT_DATA: data },
  })
}

/** Asks for a port as the page does, and calls the engine over it; answers with the engine's frame. */
export function askEngine(page: Page, name: string, input: unknown): Promise<unknown> {
  return page.evaluate(
    async (request) => {
      const port = await new Promise<MessagePort>((hand) => {
        window.addEventListener('message', ({ data, ports: [port] }) => {
          if (data === 'rtstt:engine-port' && port) hand(port)
        })
        ;(Reflect.get(globalThis, 'rtstt') as { askForEngine(): void }).askForEngine()
      })
      const answer = new Promise<unknown>((hear) => {
        port.addEventListener('message', ({ data }: MessageEvent<{ readonly kind: string }>) => {
          if (data.kind !== 'event') hear(data)
        })
      })
      port.start()
      port.postMessage({ kind: 'request', id: 1, ...request })
      return answer
    },
    { name, input },
  )
}

export function enginePids(shell: ElectronApplication): Promise<number[]> {
  return shell.evaluate(({ app }) =>
    app
      .getAppMetrics()
      .filter(({ name, serviceName }) => [name, serviceName].includes('RTSTT engine'))
      .map(({ pid }) => pid),
  )
}
