/**
 * Who may use the server: programs that show the token of this installation, and browsers that have exchanged a
 * one-time code for a cookie. The token itself never stands in an address, so in no history and no log.
 */
import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { type Cookie, cookiesNamed } from './cookie.ts'
import { isFresh, makeCode, ownPlace, readCode } from './entry-codes.ts'
import { createSessions } from './sessions.ts'

export interface Entrance {
  /** The path below which the page lies, with slashes around it. */
  readonly place: string
  /** Whether whoever asks has entered; `wrong`: with a token that is not ours. */
  ask(request: IncomingMessage): 'entered' | 'not entered' | 'wrong'
  /** The cookie for a code; null where it does not count, or not any more. */
  exchange(code: unknown): Cookie | null
  /** A code for the next browser. */
  nextCode(): string
}

interface Options {
  readonly token: string
  readonly port: () => number
  readonly secure: boolean
  readonly nowMs: () => number
}

export function createEntrance({ token, port, secure, nowMs }: Options): Entrance {
  const startedMs = nowMs()
  const place = `/${ownPlace(token)}/`
  const sessions = createSessions(nowMs)
  // Cookies know no ports, so the name says which server one belongs to.
  const cookieName = (): string => `${secure ? '__Secure-' : ''}rtstt-${port()}`

  const hasCookie = (request: IncomingMessage): boolean =>
    isByOwnPage(request) &&
    cookiesNamed(cookieName(), request.headers.cookie).some((secret) => sessions.has(secret))

  return {
    place,
    ask(request) {
      const shown = bearer(request.headers.authorization)
      if (shown !== null) return isSame(shown, token) ? 'entered' : 'wrong'
      return hasCookie(request) ? 'entered' : 'not entered'
    },
    exchange(code) {
      const madeMs = readCode(token, port(), code)
      if (madeMs === null || typeof code !== 'string') return null
      if (sessions.wasUsed(code) || !isFresh(madeMs, startedMs, nowMs())) return null
      return { name: cookieName(), value: sessions.begin(code), path: place, secure }
    },
    nextCode: () => makeCode(token, port(), nowMs()),
  }
}

/**
 * Whether a browser's cookie may count. What changes something, and a socket, must come from our own page, which says
 * so in `Origin`; that the origin is ours was looked at before. Newer browsers also tell when any other page asked.
 */
function isByOwnPage({ headers, method }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  const isReading = (method === 'GET' || method === 'HEAD') && headers.upgrade === undefined
  return isReading || headers.origin !== undefined
}

function bearer(header: string | undefined): string | null {
  return header === undefined ? null : (/^Bearer +(.*)$/i.exec(header)?.[1] ?? null)
}

/** Takes as long for every wrong token: hashes are compared, and those to the end. */
function isSame(shown: string, token: string): boolean {
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(shown), hash(token))
}
