import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { pageFiles } from './page-files.ts'

function setUp() {
  const folder = mkdtempSync(join(tmpdir(), 'rtstt-page-'))
  mkdirSync(join(folder, 'page/assets'), { recursive: true })
  writeFileSync(join(folder, 'page/index.html'), '<title>RTSTT</title>')
  writeFileSync(join(folder, 'page/assets/main.js'), 'export {}')
  writeFileSync(join(folder, 'secret.html'), 'not for the page')
  const ask = pageFiles(join(folder, 'page'))
  return {
    get: (url: string, method = 'GET') => ask(new Request(url, { method })),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true }),
  }
}

it.each([
  ['app://rtstt/', 'text/html; charset=utf-8'],
  ['app://rtstt/index.html', 'text/html; charset=utf-8'],
  ['app://rtstt/index.html?meeting=1#top', 'text/html; charset=utf-8'],
  ['app://rtstt/assets/main.js', 'text/javascript; charset=utf-8'],
])('serves %s as %s', async (url, mediaType) => {
  using page = setUp()
  const answer = await page.get(url)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe(mediaType)
  expect((await answer.text()).length).toBeGreaterThan(0)
})

it.each([
  ['a file that is not there', 'app://rtstt/nowhere.js'],
  ['a folder', 'app://rtstt/assets'],
  ['a file above the page', 'app://rtstt/..%2fsecret.html'],
  ['a file above the page by another road', 'app://rtstt/assets/%2e%2e/%2e%2e%2fsecret.html'],
  ['a path with backslashes', 'app://rtstt/..%5csecret.html'],
  ['a path with a null character', 'app://rtstt/index.html%00.js'],
  ['a path that cannot be decoded', 'app://rtstt/%E0%A4%A'],
  ['another host', 'app://elsewhere/index.html'],
])('finds nothing at %s', async (_, url) => {
  using page = setUp()
  expect((await page.get(url)).status).toBe(404)
})

it.each(['POST', 'PUT', 'DELETE'])('takes no %s', async (method) => {
  using page = setUp()
  expect((await page.get('app://rtstt/index.html', method)).status).toBe(405)
})

it.each([
  ['app://rtstt/index.html', 'GET'],
  ['app://rtstt/nowhere.js', 'GET'],
  ['app://rtstt/index.html', 'POST'],
])('sends the content policy with %s %s', async (url, method) => {
  using page = setUp()
  const { headers } = await page.get(url, method)
  const policy = headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self'")
  expect(policy).not.toMatch(/unsafe|https?:|\*/)
  expect(headers.get('x-content-type-options')).toBe('nosniff')
})
