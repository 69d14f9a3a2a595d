/**
 * One-time codes with which a browser gets in. A code proves by itself that its maker holds the token, for one port and
 * a short time: so `rtstt open` makes one without speaking to the server, and never shows the token to whoever else
 * might listen on that port.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

export const codeLifeMs = 10 * 60_000
/** Clocks of one computer agree; this is for a code made in the millisecond in which the server began. */
const earlyMs = 1_000

const timeBytes = 6
const nonceBytes = 10
const sealBytes = 16
const whole = /^[\w-]{43}$/

/** Made at `nowMs` for the server on `port`. */
export function makeCode(token: string, port: number, nowMs: number): string {
  const body = Buffer.concat([Buffer.alloc(timeBytes), randomBytes(nonceBytes)])
  body.writeUIntBE(nowMs, 0, timeBytes)
  return Buffer.concat([body, sealOf(token, port, body)]).toString('base64url')
}

/** When a code was made; null unless it was made with this token for this port. */
export function readCode(token: string, port: number, code: unknown): number | null {
  if (typeof code !== 'string' || !whole.test(code)) return null
  const bytes = Buffer.from(code, 'base64url')
  const body = bytes.subarray(0, timeBytes + nonceBytes)
  if (bytes.toString('base64url') !== code || body.length + sealBytes !== bytes.length) return null
  const same = timingSafeEqual(bytes.subarray(body.length), sealOf(token, port, body))
  return same ? body.readUIntBE(0, timeBytes) : null
}

/** Whether a code that was made then still counts for a server that began at `startedMs`. */
export function isFresh(madeMs: number, startedMs: number, nowMs: number): boolean {
  return madeMs >= startedMs - earlyMs && madeMs <= nowMs + earlyMs && nowMs - madeMs <= codeLifeMs
}

/** The folder of addresses below which the page lies: cookies are sent to it alone, not to other ports. */
export function ownPlace(token: string): string {
  return createHmac('sha256', token).update('place').digest().subarray(0, 12).toString('base64url')
}

/** What is asked for below our own place, or at the root, where only programs are answered. */
export function withoutPlace(url: string, place: string): string {
  return url.startsWith(place) ? url.slice(place.length - 1) : url
}

function sealOf(token: string, port: number, body: Buffer): Buffer {
  const seal = createHmac('sha256', token).update(`enter ${port} `).update(body).digest()
  return seal.subarray(0, sealBytes)
}
