import type { IncomingHttpHeaders } from 'node:http'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { type Address, isFromHere, isLoopback } from './access.ts'

describe('isLoopback', () => {
  it.each([
    ['127.0.0.1', true],
    ['127.8.9.10', true],
    ['localhost', true],
    ['LOCALHOST', true],
    ['::1', true],
    ['[::1]', true],
    ['0.0.0.0', false],
    ['::', false],
    ['192.168.1.4', false],
    ['127.0.0.1.nip.io', false],
    ['127.0.0.256', false],
    ['127.1', false],
    ['localhost.example.org', false],
    ['', false],
  ])('%j -> %s', (name, expected) => {
    expect(isLoopback(name)).toBe(expected)
  })
})

const here: Address = { scheme: 'http', port: 4117, isOurName: () => false }

function visit(host: string | undefined, origin: string | undefined, url = '/') {
  const rawHeaders = host === undefined ? [] : ['Host', host]
  return { headers: { host, origin } as IncomingHttpHeaders, rawHeaders, url }
}

describe('isFromHere', () => {
  it.each([
    ['the page itself', '127.0.0.1:4117', 'http://127.0.0.1:4117', true],
    ['a tool that sends no origin', 'localhost:4117', undefined, true],
    ['the page over IPv6', '[::1]:4117', 'http://[::1]:4117', true],
    ['no host', undefined, undefined, false],
    ['a rebound name', 'evil.example:4117', undefined, false],
    ['a rebound name with its own origin', 'evil.example:4117', 'http://evil.example:4117', false],
    ['another port in the host', '127.0.0.1:80', undefined, false],
    ['no port in the host', '127.0.0.1', undefined, false],
    ['a foreign page', '127.0.0.1:4117', 'https://evil.example', false],
    ['a page on another port of this computer', '127.0.0.1:4117', 'http://127.0.0.1:3000', false],
    ['a sandboxed page', '127.0.0.1:4117', 'null', false],
    ['the same place under another name', '127.0.0.1:4117', 'http://localhost:4117', false],
    ['a user name before the host', 'a@127.0.0.1:4117', undefined, false],
    ['a path after the host', '127.0.0.1:4117/', undefined, false],
    ['capitals', 'LocalHost:4117', 'http://localhost:4117', true],
    ['a dot behind the name', 'localhost.:4117', undefined, false],
    ['a zone behind the address', '[::1%lo]:4117', undefined, false],
    ['two origins', '127.0.0.1:4117', 'http://127.0.0.1:4117, https://evil.example', false],
    ['another scheme', '127.0.0.1:4117', 'https://127.0.0.1:4117', false],
    ['an empty origin', '127.0.0.1:4117', '', false],
  ])('%s', (_, host, origin, expected) => {
    expect(isFromHere(visit(host, origin), here)).toBe(expected)
  })

  it('refuses a second host, and an address in place of a path', () => {
    const ours = visit('127.0.0.1:4117', undefined)
    const twice = [...ours.rawHeaders, 'HOST', 'evil.example']
    expect(isFromHere({ ...ours, rawHeaders: twice }, here)).toBe(false)
    for (const url of ['http://127.0.0.1:4117/', '*', '127.0.0.1:4117', ''])
      expect(isFromHere({ ...ours, url }, here)).toBe(false)
  })

  it('knows the other names of a server, and the port that goes without saying', () => {
    const named: Address = { scheme: 'https', port: 443, isOurName: (name) => name === 'desk.home' }
    for (const [host, origin, expected] of [
      ['desk.home', 'https://desk.home', true],
      ['desk.home:443', 'https://desk.home', true],
      ['desk.home', 'http://desk.home', false],
      ['desk.home:80', undefined, false],
      ['other.home', undefined, false],
    ] as const)
      expect(isFromHere(visit(host, origin), named)).toBe(expected)
  })

  it('lets no domain name in', () => {
    fc.assert(
      fc.property(fc.domain(), fc.constantFrom('', ':4117'), (domain, port) => {
        expect(isFromHere(visit(`${domain}${port}`, undefined), here)).toBe(false)
      }),
    )
  })
})
