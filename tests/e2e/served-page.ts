/** What the specs of the page share: an engine behind a server on a free port, and an ear on the browser's console. */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { test as base, expect, type Page } from '@playwright/test'
import { type RunningServer, startServer } from '../../src-main/server/http.ts'
import { enter } from './enter.ts'
import { type RealEngine, realEngine } from './real-engine.ts'
import { type ScriptedEngine, scriptedEngine } from './scripted-engine.ts'
import { windowObstacle } from './window.ts'
import { windowEngine } from './window-engine.ts'

const pageFolder = join(import.meta.dirname, '../../out/page')

/** One installation, however often it serves. */
const token = randomBytes(32).toString('base64url')

/** Serves the built page; the same port again is how a server comes back, to which everybody has to enter anew. */
export function servePage(engine: ScriptedEngine, port = 0): Promise<RunningServer> {
  return startServer({ engine, pageFolder, host: '127.0.0.1', port, token })
}

// While the server is away, or back and not entered yet, the browser reports each try that fails; that is what such a
// test is about.
const expectedWords = /ERR_CONNECTION_(REFUSED|RESET)|WebSocket connection|status of 401/

/**
 * Fails when the page says anything to the console: errors, warnings, breaches of the content policy. A fixture that
 * uses this must ask for what serves the page too, so that its end is no longer heard.
 */
async function quietly(page: Page, use: (page: Page) => Promise<void>): Promise<void> {
  const said: string[] = []
  page.on('console', (message) => said.push(message.text()))
  page.on('pageerror', (error) => said.push(error.message))
  await use(page)
  expect(said.filter((words) => !expectedWords.test(words))).toEqual([])
}

/** With an engine that the spec drives by hand. */
export const scriptedTest = base.extend<{ engine: ScriptedEngine; server: RunningServer }>({
  // oxlint-disable-next-line no-empty-pattern
  engine: async ({}, use) => use(scriptedEngine()),
  server: async ({ engine }, use) => {
    const server = await servePage(engine)
    await use(server)
    await server.close()
  },
  context: async ({ context, server }, use) => {
    await enter(context, server)
    await use(context)
  },
  page: async ({ page, server: _ }, use) => quietly(page, use),
})

/** Where a spec looks at the page: a browser, or the desktop window (specs tagged `@window`). */
export interface Face {
  readonly face: 'browser' | 'window'
}

/** Marks a spec that the desktop window passes as well. */
export const inWindowToo = { tag: '@window' } as const

/** With the real program, in its own process, on a data folder of its own. */
export const realTest = base.extend<{ engine: RealEngine; windowHere: void }, Face>({
  face: ['browser', { option: true, scope: 'worker' }],
  windowHere: [
    async ({ face }, use, info) => {
      info.skip(face === 'window' && windowObstacle !== null, windowObstacle ?? '')
      await use()
    },
    { auto: true },
  ],
  engine: async ({ face }, use) => {
    await using engine = face === 'window' ? await windowEngine() : await realEngine()
    await use(engine)
  },
  context: async ({ context, engine }, use) => {
    await enter(context, engine)
    await use(context)
  },
  page: async ({ page, engine }, use) => {
    if ('page' in engine) return use(engine.page as Page)
    // Somebody who has been here before: the first run has a spec of its own.
    await page.addInitScript(() => localStorage.setItem('rtstt.welcome', '{"left":true}'))
    return quietly(page, use)
  },
})

export { expect }
