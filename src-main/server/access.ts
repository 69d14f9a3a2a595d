/**
 * From where the server may be used. It listens on loopback, but any web page open in a browser on this computer can
 * reach loopback too: through a name that resolves here (DNS rebinding) or a cross-site WebSocket. Both give
 * themselves away in the `Host` or the `Origin` header. Who may use it is another question: entry.ts.
 */
import type { IncomingMessage } from 'node:http'

/** Under what addresses a server is reached. */
export interface Address {
  readonly scheme: 'http' | 'https'
  readonly port: number
  /** Whether a name in the `Host` header is one of this server's; loopback always is. */
  readonly isOurName: (name: string) => boolean
}

export type Visit = Pick<IncomingMessage, 'headers' | 'rawHeaders' | 'url'>

/** Whether a name or an address (IPv6 with or without brackets) always means this computer. */
export function isLoopback(name: string): boolean {
  const bare = name.toLowerCase().replace(/^\[(.*)\]$/, '$1')
  return bare === 'localhost' || bare === '::1' || isLoopbackV4(bare)
}

function isLoopbackV4(address: string): boolean {
  const parts = address.split('.')
  if (parts.length !== 4 || parts[0] !== '127') return false
  return parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255)
}

/** Whether a request was meant for this server, and comes from its own page or from no page at all. */
export function isFromHere({ headers, rawHeaders, url = '' }: Visit, address: Address): boolean {
  const { host, origin } = headers
  // A whole address instead of a path, or a second host, would let two readers disagree about where it goes.
  if (!url.startsWith('/') || timesIn(rawHeaders, 'host') !== 1) return false
  if (host === undefined || !isOurs(host, address)) return false
  if (origin === undefined) return true
  return origin.toLowerCase() === originOf(host, address)
}

/** What a browser calls the place of a page that was read under this host, without the port that goes without saying. */
function originOf(host: string, { scheme, port }: Address): string {
  const usual = scheme === 'https' ? 443 : 80
  const bare = host.toLowerCase()
  return `${scheme}://${port === usual ? bare.replace(`:${usual}`, '') : bare}`
}

function isOurs(authority: string, { scheme, port, isOurName }: Address): boolean {
  const match = /^(\[[0-9a-f:]+\]|[^:@/\s]+)(?::(\d{1,5}))?$/i.exec(authority)
  if (!match?.[1]) return false
  const meant = Number(match[2] ?? (scheme === 'https' ? 443 : 80))
  return meant === port && (isLoopback(match[1]) || isOurName(match[1]))
}

function timesIn(rawHeaders: readonly string[], name: string): number {
  return rawHeaders.filter((word, at) => at % 2 === 0 && word.toLowerCase() === name).length
}
