/** A browser with one page on it, as the specs of the page start it, and ways to take the page away. */
import { setTimeout as wait } from 'node:timers/promises'
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test'
import settings from '../../playwright.config.ts'

export interface Window extends AsyncDisposable {
  readonly context: BrowserContext
  /** A page like the one that is there, and no other. */
  fresh(address: string): Promise<Page>
  /** Ends every process that draws pages, as a system without memory does. */
  killPage(): Promise<void>
  /** Ends the connection between page and engine; resolves when the page has made another. */
  dropSocket(): Promise<void>
}

export async function openWindow(): Promise<Window> {
  const browser = await chromium.launch(settings.use?.launchOptions)
  const context = await browser.newContext()
  const sockets = new Set<() => Promise<void>>()
  // Somebody who has been here before.
  await context.addInitScript(() => localStorage.setItem('rtstt.welcome', '{"left":true}'))
  await context.routeWebSocket(/engine/, (page) => {
    const engine = page.connectToServer()
    sockets.add(async () => void (await Promise.all([page.close(), engine.close()])))
  })
  return {
    context,
    async fresh(address) {
      const before = context.pages()
      const page = await context.newPage()
      // What was killed cannot say goodbye.
      for (const one of before) void one.close().catch(() => {})
      await page.goto(address)
      return page
    },
    async killPage() {
      for (const pid of await rendererPids(browser)) process.kill(pid, 'SIGKILL')
    },
    async dropSocket() {
      const open = [...sockets]
      sockets.clear()
      if (open.length === 0) throw new Error('The page has no connection that could be ended.')
      for (const close of open) await close().catch(() => {})
      while (sockets.size === 0) await wait(10)
    },
    [Symbol.asyncDispose]: () => browser.close(),
  }
}

async function rendererPids(browser: Browser): Promise<number[]> {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id)
}
