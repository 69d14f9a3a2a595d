import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isLoopback, mayEnter } from './access.ts'

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

describe('mayEnter', () => {
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
  ])('%s', (_, host, origin, expected) => {
    expect(mayEnter({ host, origin }, 4117)).toBe(expected)
  })

  it('lets no domain name in', () => {
    fc.assert(
      fc.property(fc.domain(), fc.constantFrom('', ':4117'), (domain, port) => {
        expect(mayEnter({ host: `${domain}${port}`, origin: undefined }, 4117)).toBe(false)
      }),
    )
  })
})
