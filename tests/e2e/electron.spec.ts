/** The built desktop program in real Electron. Where its binary is missing, says so and is skipped. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ElectronApplication, expect, test as base } from '@playwright/test'
import { askEngine, enginePids, launchWindow, windowObstacle } from './window.ts'

const test = base.extend<{ data: string; shell: ElectronApplication }>({
  data: async ({}, use) => {
    const data = mkdtempSync(join(tmpdir(), 'rtstt-window-'))
    await use(data)
    rmSync(data, { recursive: true, force: true, maxRetries: 10 })
  },
  shell: async ({ data }, use) => {
    const shell = await launchWindow(data)
    await use(shell)
    await shell.close()
  },
})

test.describe('the desktop window', { tag: '@window' }, () => {
  test.skip(windowObstacle !== null, windowObstacle ?? '')
  test.describe.configure({ mode: 'serial' })

  test('shows the page with what the engine says', async ({ shell }) => {
    const page = await shell.firstWindow()
    await expect(page).toHaveTitle(/RTSTT/)
    expect(page.url()).toContain('app://rtstt/')
    expect(await askEngine(page, 'meeting.list', {})).toMatchObject({ kind: 'reply', output: [] })
  })

  test('keeps the page in its own world', async ({ shell }) => {
    const page = await shell.firstWindow()
    const seen = await page.evaluate(() => ({
      require: typeof Reflect.get(globalThis, 'require'),
      process: typeof Reflect.get(globalThis, 'process'),
      bridge: Object.keys(Reflect.get(globalThis, 'rtstt') as object).toSorted(),
      opened: window.open('https://example.org/') === null,
    }))
    expect(seen).toEqual({
      require: 'undefined',
      process: 'undefined',
      bridge: ['askForEngine', 'pathOf', 'platform'],
      opened: true,
    })
  })

  test('lets the page reach no network and run no text as code', async ({ shell }) => {
    const page = await shell.firstWindow()
    const refused = await page.evaluate(async () => {
      const isRefused = (work: () => unknown): Promise<boolean> =>
        Promise.resolve()
          .then(work)
          .then(
            () => false,
            () => true,
          )
      return {
        network: await isRefused(() => fetch('http://127.0.0.1:9/')),
        code: await isRefused(() => new Function('return 1')()),
      }
    })
    expect(refused).toEqual({ network: true, code: true })
  })

  test('leads nowhere, opens nothing, sees and embeds nothing', async ({ shell }) => {
    const page = await shell.firstWindow()
    const before = page.url()
    const seen = await page.evaluate(async () => {
      const isRefused = (work: () => Promise<unknown>): Promise<boolean> =>
        work().then(
          () => false,
          () => true,
        )
      const frame = document.createElement('iframe')
      frame.src = 'https://example.org/'
      document.body.append(frame)
      window.location.assign('https://example.org/')
      window.location.assign('file:///etc/passwd')
      return {
        camera: await isRefused(() => navigator.mediaDevices.getUserMedia({ video: true })),
        screen: await isRefused(() => navigator.mediaDevices.getDisplayMedia()),
        place: await isRefused(
          () => new Promise((found, lost) => navigator.geolocation.getCurrentPosition(found, lost)),
        ),
        outside: await isRefused(() => fetch('https://example.org/')),
        file: await isRefused(() => fetch('file:///etc/passwd')),
        climbing: await fetch('app://rtstt/..%2f..%2fpackage.json').then(({ status }) => status),
        framed: window.frames.length === 0 || frame.contentDocument === null,
      }
    })
    expect(seen).toEqual({
      camera: true,
      screen: true,
      place: true,
      outside: true,
      file: true,
      climbing: 404,
      framed: true,
    })
    expect(page.url()).toBe(before)
    expect(shell.windows()).toHaveLength(1)
  })

  test('reports what reaches out of its own process, and lets none of it through', async ({
    shell,
  }) => {
    const page = await shell.firstWindow()
    await shell.evaluate(async ({ net, session }) => {
      const outside = 'https://example.org/'
      await session.defaultSession.fetch(outside).catch(() => null)
      await net.fetch(outside).catch(() => null)
      await fetch(outside).catch(() => null)
    })
    const report = await askEngine(page, 'network.report', { most: 10 })
    expect(report).toMatchObject({
      output: {
        attempts: expect.arrayContaining([
          expect.objectContaining({ by: 'page', host: 'example.org', allowed: false }),
          expect.objectContaining({ by: 'shell', host: 'example.org', allowed: false }),
        ]),
      },
    })
  })

  test('gives the page a new engine when the first is killed', async ({ shell }) => {
    const page = await shell.firstWindow()
    await askEngine(page, 'meeting.list', {})
    const [first] = await enginePids(shell)
    if (first === undefined) throw new Error('No engine process was found.')
    process.kill(first, 'SIGKILL')
    await expect.poll(() => enginePids(shell)).not.toContain(first)
    expect(await askEngine(page, 'meeting.list', {})).toMatchObject({ kind: 'reply', output: [] })
  })

  test('leaves no process behind when it is closed', async ({ data }) => {
    const shell = await launchWindow(data)
    await askEngine(await shell.firstWindow(), 'meeting.list', {})
    const pids = await enginePids(shell)
    expect(pids).toHaveLength(1)
    await shell.close()
    await expect.poll(() => pids.filter(isAlive)).toEqual([])
  })
})

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false // no such process
  }
}
