/**
 * Who may use the server. It listens on loopback only, but any web page open in a browser on this computer can
 * reach loopback too: through a name that resolves here (DNS rebinding) or a cross-site WebSocket. Both give
 * themselves away in the `Host` or the `Origin` header.
 */

export interface Visit {
  readonly host?: string | undefined
  readonly origin?: string | undefined
}

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

/** Whether a request to the server on `port` comes from this computer's own page, or from no page at all. */
export function mayEnter({ host, origin }: Visit, port: number): boolean {
  if (host === undefined || !isOurAuthority(host, port)) return false
  if (origin === undefined) return true
  return origin.toLowerCase() === `http://${host.toLowerCase()}`
}

function isOurAuthority(authority: string, port: number): boolean {
  const match = /^(\[[0-9a-f:]+\]|[^:@/\s]+)(?::(\d{1,5}))?$/i.exec(authority)
  if (!match?.[1]) return false
  return isLoopback(match[1]) && Number(match[2] ?? 80) === port
}
