/** The way into the page, as a browser goes it, and what becomes of whoever has no business there. */
import { createServer } from 'node:http'
import { test as base } from '@playwright/test'
import type { RunningServer } from '../../src-main/server/http.ts'
import { aMeeting, type ScriptedEngine, scriptedEngine } from './scripted-engine.ts'
import { expect, servePage } from './served-page.ts'

/** Unlike elsewhere the browser has not entered. */
const test = base.extend<{ engine: ScriptedEngine; server: RunningServer }>({
  // oxlint-disable-next-line no-empty-pattern
  engine: async ({}, use) => use(scriptedEngine()),
  server: async ({ engine }, use) => {
    const server = await servePage(engine)
    await use(server)
    await server.close()
  },
})

test('a one-time address opens the page at its place, once, and leaves no trace of its code', async ({
  page,
  engine,
  server,
}) => {
  const meeting = engine.keep(aMeeting({ title: 'Private matters' }))
  const address = server.entryAddress(`/meeting/${meeting.id}`)
  await page.goto(address)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Private matters')
  expect(page.url()).toBe(`${server.url}#/meeting/${meeting.id}`)
  expect(await page.evaluate(() => document.cookie)).toBe('')
  expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(2)
  // The same browser may open it again, for it is in.
  await page.goto('about:blank')
  await page.goto(address)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Private matters')
})

test('the second browser with the same address stays outside, and the first one has to enter anew', async ({
  page,
  browser,
  server,
}) => {
  const address = server.entryAddress()
  await page.goto(address)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Meetings')
  const context = await browser.newContext({ locale: 'it-IT' })
  const other = await context.newPage()
  await other.goto(address)
  await expect(other.getByRole('status')).toHaveText(/già stato usato/)
  await expect(page.getByRole('alert').getByText(/Type rtstt open/)).toBeVisible()
  await context.close()
})

test('without an address there is a page that says how to get one, and nothing else', async ({
  page,
  engine,
  server,
}) => {
  engine.keep(aMeeting({ title: 'Private matters' }))
  const { origin } = new URL(server.url)
  for (const place of [origin, server.url, `${server.url}captions.html`]) {
    const answer = await page.goto(place)
    expect(answer?.status()).toBe(401)
    await expect(page.getByText('rtstt open')).toBeVisible()
    expect(await page.content()).not.toContain('Private')
  }
})

test('another port of this computer is not sent the cookie, and its pages reach nothing', async ({
  page,
  server,
}) => {
  await page.goto(server.entryAddress())
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Meetings')
  const seen: (string | undefined)[] = []
  await using neighbour = await neighbourOn(seen)
  await page.goto(neighbour.url)
  const reached = await page.evaluate(async (url) => {
    const read = await fetch(url, { credentials: 'include' }).then(
      () => 'read',
      () => 'refused',
    )
    const socket = new WebSocket(new URL('engine', url.replace(/^http/, 'ws')))
    const dialled = await new Promise((resolve) => {
      socket.onopen = () => resolve('opened')
      socket.onclose = () => resolve('refused')
    })
    return [read, dialled]
  }, server.url)
  expect(reached).toEqual(['refused', 'refused'])
  expect(seen.length).toBeGreaterThan(0)
  expect(seen.every((cookie) => cookie === undefined)).toBe(true)
})

/** Somebody else's web server on this computer. */
async function neighbourOn(seen: (string | undefined)[]) {
  const server = createServer(({ headers }, response) => {
    seen.push(headers.cookie)
    response.setHeader('content-type', 'text/html').end('<title>Neighbour</title>')
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}/`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
