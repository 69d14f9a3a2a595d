/** A real browser that asks nobody by itself, and what the pages in it ask for. */
import { chromium, type Page } from '@playwright/test'

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-pings',
  '--no-first-run',
  '--disable-quic',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
]

export interface Watched {
  readonly page: Page
  /** Addresses beyond this computer that the page wanted. */
  readonly asked: readonly string[]
}

export async function inBrowser<T>(work: (watched: Watched) => Promise<T>): Promise<T> {
  const browser = await chromium.launch({
    executablePath: process.env['RTSTT_CHROMIUM'] ?? '/usr/bin/chromium',
    args: quiet,
  })
  try {
    const page = await browser.newPage()
    const asked: string[] = []
    page.on('request', (request) => {
      const { protocol, hostname } = new URL(request.url())
      const isOwn = ['127.0.0.1', 'localhost'].includes(hostname)
      if (/^(https?|wss?|ftp):$/.test(protocol) && !isOwn) asked.push(request.url())
    })
    return await work({ page, asked })
  } finally {
    await browser.close()
  }
}
