/** What every request passes before anything answers it, and how failures leave. */
import type { Socket } from 'node:net'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { AppError, type ErrorCode, toWireError } from '#contract/errors.ts'
import { type Address, isFromHere } from './access.ts'
import type { Connections } from './connections.ts'
import type { Entrance } from './entry.ts'
import { entryPage } from './entry-page.ts'
import { connectionRate, farOutsideRate, headMs, insideRate, outsideRate } from './limits.ts'
import { securityHeaders } from './security-headers.ts'
import { type Bucket, take } from './token-bucket.ts'
import type { WrongTries } from './wrong-tries.ts'

interface Guarded {
  readonly address: () => Address
  readonly entrance: Entrance
  readonly connections: Connections
  readonly tries: WrongTries
  /** Whether other computers can reach it; then browsers are told never to come without encryption. */
  readonly isFar: boolean
  readonly nowMs: () => number
  readonly onBug: (error: unknown) => void
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Answers also whoever has not entered. Everything else is shut unless it says so. */
    readonly open?: boolean
  }
}

export function guard(app: FastifyInstance, guarded: Guarded): void {
  const { address, entrance, connections, tries, isFar, onBug } = guarded
  const mayAsk = requestLimits(guarded)
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(securityHeaders)
    if (isFar) reply.header('strict-transport-security', 'max-age=31536000')
    const { headers, rawHeaders, socket } = request.raw
    const visit = { headers, rawHeaders, url: request.originalUrl }
    const known = isFromHere(visit, address()) ? entrance.ask(request.raw) : 'elsewhere'
    const knowsPlace = known !== 'elsewhere' && visit.url.startsWith(entrance.place)
    const standing = known === 'entered' ? known : knowsPlace ? 'at the door' : 'outside'
    if (!mayAsk(socket, standing)) return tooMany(reply)
    if (known === 'entered') return connections.entered(socket)
    // Nothing of theirs stays: neither the connection, nor what they would still send on it.
    void reply.header('connection', 'close')
    if (known === 'elsewhere') return say(reply, 403, 'Only for this computer.')
    if (known === 'wrong' && !(await tries.wait())) return tooMany(reply)
    if (request.routeOptions.config.open && known !== 'wrong') return endSoon(request)
    const page = entryPage(headers['accept-language'], false)
    return reply
      .code(401)
      .headers(page.headers)
      .header('www-authenticate', 'Bearer')
      .send(page.html)
  })
  app.setNotFoundHandler((_, reply) => void say(reply, 404, 'There is nothing here.'))
  app.setErrorHandler((error, _, reply) => {
    const status = statusOf(error)
    if (status === 500 && !(error instanceof AppError)) onBug(error)
    void say(reply, status, messageOf(error, status))
  })
}

/** `at the door`: asks below the place of the page, which is told to the owner only, and has not entered yet. */
type Standing = 'entered' | 'at the door' | 'outside'

/** Each standing has turns of its own, so a flood from outside takes none of the owner's, nor of a browser that enters. */
function requestLimits({ isFar, nowMs }: Guarded) {
  const ofConnection = new WeakMap<Socket, Bucket>()
  const rate = isFar ? farOutsideRate : outsideRate
  let [outside, door, inside]: [Bucket, Bucket, Bucket] = [null, null, null]
  return (socket: Socket, standing: Standing): boolean => {
    const now = nowMs()
    let had: boolean
    if (standing === 'outside') {
      ;[outside, had] = take(outside, rate, now)
      return had
    }
    if (standing === 'at the door') {
      ;[door, had] = take(door, rate, now)
      return had
    }
    const [own, ownHad] = take(ofConnection.get(socket) ?? null, connectionRate, now)
    ofConnection.set(socket, own)
    if (!ownHad) return false
    ;[inside, had] = take(inside, insideRate, now)
    return had
  }
}

function endSoon({ raw }: FastifyRequest): void {
  const timer = setTimeout(() => raw.destroy(), headMs)
  raw.socket.once('close', () => clearTimeout(timer))
}

function tooMany(reply: FastifyReply): FastifyReply {
  return say(reply.header('retry-after', '1'), 429, 'Too much is asked at once. Try again soon.')
}

export function say(reply: FastifyReply, status: number, sentence: string): FastifyReply {
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('text/plain; charset=utf-8')
    .send(`${sentence}\n`)
}

function messageOf(error: unknown, status: number): string {
  if (error instanceof AppError || status >= 500) return toWireError(error).message
  return 'This cannot be answered: it is not what is asked for here.'
}

/** Of failures that are not this program's own. */
const statuses: Readonly<Partial<Record<ErrorCode, number>>> = {
  invalid_input: 400,
  audio_empty: 400,
  not_found: 404,
  file_missing: 404,
  model_missing: 409,
  file_too_large: 413,
  disk_full: 507,
}

function statusOf(error: unknown): number {
  if (error instanceof AppError) {
    return statuses[error.code] ?? 500
  }
  // Fastify marks what the client got wrong (a path it cannot decode, a body it did not expect).
  const said = error instanceof Error && 'statusCode' in error ? error.statusCode : 500
  return typeof said === 'number' ? said : 500
}
