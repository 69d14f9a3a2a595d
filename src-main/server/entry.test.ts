import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { setCookie } from './cookie.ts'
import { codeLifeMs, makeCode, readCode } from './entry-codes.ts'
import { entryPage } from './entry-page.ts'
import { createEntrance } from './entry.ts'

const token = randomBytes(32).toString('base64url')
const port = 4117
const startMs = Date.UTC(2026, 10, 28)

function setUp() {
  const clock = { nowMs: startMs }
  const entrance = createEntrance({
    token,
    port: () => port,
    secure: false,
    nowMs: () => clock.nowMs,
  })
  const ask = (headers: IncomingMessage['headers'], method = 'GET') =>
    entrance.ask({ headers, method } as IncomingMessage)
  function cookie(): string {
    const given = entrance.exchange(entrance.nextCode())
    if (!given) throw new Error('No cookie was given.')
    return `${given.name}=${given.value}`
  }
  return { clock, entrance, ask, cookie }
}

describe('a program', () => {
  it.each([
    ['shows the token', `Bearer ${token}`, 'entered'],
    ['shows it in its own spelling', `bearer  ${token}`, 'entered'],
    ['shows nothing', undefined, 'not entered'],
    ['shows another one', `Bearer ${randomBytes(32).toString('base64url')}`, 'wrong'],
    ['shows the beginning of it', `Bearer ${token.slice(0, -1)}`, 'wrong'],
    ['shows more than it', `Bearer ${token}x`, 'wrong'],
    ['shows it in another way', `Basic ${token}`, 'not entered'],
    ['shows two', `Bearer ${token} ${token}`, 'wrong'],
    ['shows an empty one', 'Bearer ', 'wrong'],
  ] as const)('%s', (_, authorization, expected) => {
    const { ask } = setUp()
    expect(ask(authorization === undefined ? {} : { authorization })).toBe(expected)
  })
})

describe('a browser', () => {
  it('is known by its cookie, among others, until it was away for long', () => {
    const { ask, cookie, clock } = setUp()
    const ours = cookie()
    expect(ask({ cookie: `a=b; rtstt-${port}=planted; ${ours}; c` })).toBe('entered')
    expect(ask({ cookie: `${ours}x` })).toBe('not entered')
    expect(ask({ cookie: ours.replace(`${port}`, '4118') })).toBe('not entered')
    clock.nowMs += 6 * 24 * 3_600_000
    expect(ask({ cookie: ours })).toBe('entered')
    clock.nowMs += 8 * 24 * 3_600_000
    expect(ask({ cookie: ours })).toBe('not entered')
  })

  it.each([
    ['changes something without saying from where', {}, 'POST', 'not entered'],
    ['opens a socket without saying from where', { upgrade: 'websocket' }, 'GET', 'not entered'],
    ['changes something from our page', { origin: 'http://127.0.0.1:4117' }, 'POST', 'entered'],
    ['reads for a page of another site', { 'sec-fetch-site': 'cross-site' }, 'GET', 'not entered'],
    ['reads for another port', { 'sec-fetch-site': 'same-site' }, 'GET', 'not entered'],
    ['reads for our page', { 'sec-fetch-site': 'same-origin' }, 'GET', 'entered'],
    ['was given the address by somebody', { 'sec-fetch-site': 'none' }, 'GET', 'entered'],
  ] as const)('%s', (_, headers, method, expected) => {
    const { ask, cookie } = setUp()
    expect(ask({ ...headers, cookie: cookie() }, method)).toBe(expected)
  })

  it('is forgotten when many others came', () => {
    const { ask, cookie } = setUp()
    const [first, second] = [cookie(), cookie()]
    for (let other = 0; other < 31; other++) {
      expect(ask({ cookie: second })).toBe('entered')
      cookie()
    }
    expect([ask({ cookie: first }), ask({ cookie: second })]).toEqual(['not entered', 'entered'])
  })

  it('is put out again when its code comes a second time, for one of two is not the owner', () => {
    const { ask, entrance } = setUp()
    const code = entrance.nextCode()
    const cookie = entrance.exchange(code)
    const shown = { cookie: `${cookie?.name}=${cookie?.value}` }
    expect(ask(shown)).toBe('entered')
    expect(entrance.exchange(code)).toBeNull()
    expect(ask(shown)).toBe('not entered')
    expect(entrance.exchange(code)).toBeNull()
  })
})

describe('a code', () => {
  it('counts for a while, for one port, and not for a server that began later', () => {
    const { entrance, clock } = setUp()
    expect(entrance.exchange(makeCode(token, 4118, startMs))).toBeNull()
    expect(entrance.exchange(makeCode(token, port, startMs - 60_000))).toBeNull()
    expect(entrance.exchange(makeCode(token, port, startMs + 60_000))).toBeNull()
    const [early, late] = [entrance.nextCode(), entrance.nextCode()]
    clock.nowMs += codeLifeMs
    expect(entrance.exchange(early)).not.toBeNull()
    clock.nowMs += 1
    expect(entrance.exchange(late)).toBeNull()
  })

  it('cannot be made, changed or spelled otherwise without the token', () => {
    const code = makeCode(token, port, startMs)
    expect(readCode(token, port, code)).toBe(startMs)
    expect(readCode(`${token}x`, port, code)).toBeNull()
    const other = fc.oneof(
      fc.string(),
      fc.base64String(),
      fc.anything(),
      fc
        .tuple(fc.nat(42), fc.constantFrom('a', 'B', '3', '-', '_'))
        .map(([at, letter]) => spliced(code, at, letter)),
    )
    fc.assert(
      fc.property(other, (tried) => {
        fc.pre(tried !== code)
        expect(readCode(token, port, tried)).toBeNull()
      }),
    )
  })
})

function spliced(text: string, at: number, letter: string): string {
  return `${text.slice(0, at)}${letter}${text.slice(at + 1)}`
}

it('keeps the cookie from scripts, from other sites and from other ports', () => {
  const { entrance } = setUp()
  const cookie = entrance.exchange(entrance.nextCode())
  if (!cookie) throw new Error('No cookie was given.')
  expect(setCookie(cookie)).toMatch(
    new RegExp(`^rtstt-4117=[\\w-]{43}; Path=${entrance.place}; HttpOnly; SameSite=Strict$`),
  )
  expect(setCookie({ ...cookie, secure: true })).toMatch(/; Secure$/)
  expect(entrance.place).toMatch(/^\/[\w-]{16}\/$/)
})

describe('the page of whoever is outside', () => {
  it.each([
    [undefined, 'en'],
    ['it-IT,it;q=0.9,en;q=0.8', 'it'],
    ['en-GB,it;q=0.5', 'en'],
    ['de-DE,it;q=0.5', 'it'],
    ['fr', 'en'],
    ['"><script>', 'en'],
  ])('for %s speaks %s', (accepted, language) => {
    expect(entryPage(accepted, false).html).toContain(`<html lang="${language}">`)
  })

  it('runs nothing but the script that enters, and that only where there is a code', () => {
    const [shut, entering] = [entryPage('en', false), entryPage('en', true)]
    expect(shut.html).not.toContain('<script')
    expect(shut.headers['content-security-policy']).not.toContain('script-src')
    expect(entering.headers['content-security-policy']).toMatch(
      /script-src 'sha256-[^']+'; connect/,
    )
    expect(entering.headers['content-security-policy']).not.toContain('unsafe')
  })
})
