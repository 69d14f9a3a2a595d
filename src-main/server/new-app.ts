/** What answers requests, with the bounds that hold before any of them is understood. */
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import fastify, { type FastifyInstance } from 'fastify'
import { AppError } from '#contract/errors.ts'
import { withoutPlace } from './entry-codes.ts'
import { say } from './guard.ts'
import {
  checkingMs,
  headMs,
  largestBodyBytes,
  largestHeadBytes,
  requestMs,
  stalledMs,
} from './limits.ts'
import { securityHeaders } from './security-headers.ts'
import type { Tls } from './tls.ts'

const bounds = {
  headersTimeout: headMs,
  connectionsCheckingInterval: checkingMs,
  maxHeaderSize: largestHeadBytes,
}

/** Without a certificate it speaks plain HTTP. */
export function newApp(tls: Tls | null, place: string): FastifyInstance {
  const https = tls && {
    ...bounds,
    cert: tls.cert,
    key: tls.key,
    minVersion: 'TLSv1.2' as const,
    handshakeTimeout: headMs,
  }
  return fastify({
    forceCloseConnections: true,
    bodyLimit: largestBodyBytes,
    requestTimeout: requestMs,
    connectionTimeout: stalledMs,
    rewriteUrl: ({ url = '' }) => withoutPlace(url, place),
    // Fastify's own words would repeat what was asked for.
    frameworkErrors: (_, __, reply) =>
      void say(reply.headers(securityHeaders), 400, 'No such place.'),
    // Its types know a server of one kind only; nothing here depends on which.
    ...((https ? { https } : { http: bounds }) as { readonly http: typeof bounds }),
  })
}

export function servePage(app: FastifyInstance, root: string): void {
  app.register(fastifyStatic, {
    root,
    cacheControl: false,
    // Built files carry a hash of their content in their name; the document that names them does not.
    setHeaders: (reply, path) => {
      const forEver = path.startsWith(join(root, 'assets'))
      void reply.header('cache-control', forEver ? 'max-age=31536000, immutable' : 'no-cache')
    },
  })
}

export async function listen(app: FastifyInstance, host: string, port: number): Promise<void> {
  try {
    await app.listen({ host: host.replace(/^\[|\]$/g, ''), port })
  } catch (error) {
    await app.close()
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
      throw new AppError(
        'port_in_use',
        `Port ${port} is taken by another program, perhaps RTSTT itself: then open its page with rtstt open. Close it, or choose another port with --port.`,
        { cause: error },
      )
    }
    if (error instanceof Error && 'code' in error && error.code === 'ERR_NETWORK_CLOSED') {
      throw new AppError(
        'offline',
        'The network is off, so only this computer can be served. Allow it in the settings under Privacy (rtstt settings network models), or serve 127.0.0.1.',
        { cause: error },
      )
    }
    throw error
  }
}

export function boundPort(app: FastifyInstance): number {
  const address: AddressInfo | string | null = app.server.address()
  return address !== null && typeof address === 'object' ? address.port : 0
}
