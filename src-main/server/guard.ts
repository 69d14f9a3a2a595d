/** What every request passes before anything answers it, and how failures leave. */
import type { FastifyInstance, FastifyReply } from 'fastify'
import { AppError, type ErrorCode, toWireError } from '#contract/errors.ts'
import { type Address, isFromHere } from './access.ts'
import type { Entrance } from './entry.ts'
import { entryPage } from './entry-page.ts'
import { securityHeaders } from './security-headers.ts'

interface Guarded {
  readonly address: () => Address
  readonly entrance: Entrance
  readonly onBug: (error: unknown) => void
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Answers also whoever has not entered. Everything else is shut unless it says so. */
    readonly open?: boolean
  }
}

export function guard(app: FastifyInstance, { address, entrance, onBug }: Guarded): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(securityHeaders)
    const { headers, rawHeaders } = request.raw
    if (!isFromHere({ headers, rawHeaders, url: request.originalUrl }, address()))
      return say(reply, 403, 'Only for this computer.')
    if (request.routeOptions.config.open) return
    if (entrance.ask(request.raw) === 'entered') return
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
