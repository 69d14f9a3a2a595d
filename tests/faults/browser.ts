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
  /** Ends the connection between page and engine; resolves when the page has made another, or did not for long. */
  dropSocket(): Promise<void>
}

/** Longer than any row may take. */
const patienceMs = 31_000

export async function openWindow(): Promise<Window> {
  const sockets = new Set<() => Promise<void>>()
  let opened = await open(sockets)
  let cookies = await opened.context.storageState()
  return {
    get context() {
      return opened.context
    },
    async fresh(address) {
      const before = opened.context.pages()
      const page = await opened.context.newPage().catch(async () => {
        // On a busy machine the whole browser has been seen to go with its page: a person starts it again.
        opened = await open(sockets, cookies)
        return opened.context.newPage()
      })
      // What was killed cannot say goodbye.
      for (const one of before) void one.close().catch(() => {})
      await page.goto(address)
      cookies = await opened.context.storageState()
      return page
    },
    async killPage() {
      for (const pid of await rendererPids(opened.browser)) process.kill(pid, 'SIGKILL')
    },
    async dropSocket() {
      const dropped = [...sockets]
      sockets.clear()
      if (dropped.length === 0) throw new Error('The page has no connection that could be ended.')
      for (const close of dropped) await close().catch(() => {})
      const giveUpAt = performance.now() + patienceMs
      while (sockets.size === 0 && performance.now() < giveUpAt) await wait(10)
    },
    [Symbol.asyncDispose]: () => opened.browser.close(),
  }
}

type Cookies = Awaited<ReturnType<BrowserContext['storageState']>>

async function open(sockets: Set<() => Promise<void>>, storageState?: Cookies) {
  const browser = await chromium.launch(settings.use?.launchOptions)
  const context = await browser.newContext(storageState && { storageState })
  // Somebody who has been here before.
  await context.addInitScript(() => localStorage.setItem('rtstt.welcome', '{"left":true}'))
  await context.routeWebSocket(/engine/, (page) => {
    const engine = page.connectToServer()
    sockets.add(async () => void (await Promise.all([page.close(), engine.close()])))
  })
  return { browser, context }
}

async function rendererPids(browser: Browser): Promise<number[]> {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id)
}
