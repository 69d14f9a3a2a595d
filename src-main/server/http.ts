/** The headless face: the page as files, the contract over a WebSocket, and exports as downloads. */
import { existsSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import fastifyStatic from '@fastify/static'
import fastify, { type FastifyInstance } from 'fastify'
import { AppError } from '#contract/errors.ts'
import { ExportFormat, usualOptions } from '#contract/export.ts'
import { ExportId, MeetingId } from '#contract/ids.ts'
import type { Served } from '#wire/serve.ts'
import { type Address, isFromHere, isLoopback } from './access.ts'
import { attachment, withCharset } from './attachment.ts'
import { createEntrance } from './entry.ts'
import { withoutPlace } from './entry-codes.ts'
import { serveEntry } from './entry-routes.ts'
import { guard, say } from './guard.ts'
import { securityHeaders } from './security-headers.ts'
import { openSockets } from './sockets.ts'
import { serveSounds } from './sounds.ts'
import { type Receive, takeUploads } from './uploads.ts'

export interface ServerOptions {
  /** Without `receive` no files are taken in. */
  readonly engine: Served & { readonly receive?: Receive }
  /** The built page. */
  readonly pageFolder: string
  /** A name or an address of this computer. */
  readonly host: string
  /** 0 takes any free port. */
  readonly port: number
  /** The secret of this installation. */
  readonly token: string
  /** Hears of failures that are nobody's input. */
  readonly onBug?: (error: unknown) => void
}

export interface RunningServer {
  /** Where the page lies; it answers only to who has entered. */
  readonly url: string
  /** An address that lets one browser in, and leads to a place within the page, such as `/live`. */
  entryAddress(place?: string): string
  close(): Promise<void>
}

/** Serves the page and the engine to the owner's browsers and programs on this computer, and to nobody else. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { engine, pageFolder, host, port, token, onBug = () => {} } = options
  if (!isLoopback(host)) {
    throw new AppError(
      'invalid_input',
      `RTSTT serves only this computer, so it cannot listen on ${host}. Use 127.0.0.1, ::1 or localhost.`,
    )
  }
  if (!existsSync(join(pageFolder, 'index.html'))) {
    throw new AppError(
      'file_missing',
      `The page is not built: ${pageFolder} holds no index.html. Build it with: npm run build:page`,
    )
  }

  const entrance = createEntrance({
    token,
    port: () => boundPort(app),
    secure: false,
    nowMs: Date.now,
  })
  const app = fastify({
    forceCloseConnections: true,
    bodyLimit: 1024,
    rewriteUrl: ({ url = '' }) => withoutPlace(url, entrance.place),
    // Fastify's own words would repeat what was asked for.
    frameworkErrors: (_, __, reply) =>
      void say(reply.headers(securityHeaders), 400, 'No such place.'),
  })
  const address = (): Address => ({
    scheme: 'http',
    port: boundPort(app),
    isOurName: () => false,
  })
  guard(app, { address, entrance, onBug })
  serveEntry(app, entrance)
  serveExports(app, engine)
  serveSounds(app, engine)
  if (engine.receive) takeUploads(app, engine.receive)
  servePage(app, resolve(pageFolder))
  const closeSockets = openSockets({
    server: app.server,
    engine,
    place: entrance.place,
    refuse: (request) => {
      if (!isFromHere(request, address())) return '403 Forbidden'
      return entrance.ask(request) === 'entered' ? null : '401 Unauthorized'
    },
    onBug,
  })
  app.addHook('preClose', async () => closeSockets())

  await listen(app, host, port)
  const url = `http://${urlName(host)}:${boundPort(app)}${entrance.place}`
  return {
    url,
    entryAddress: (place = '') => `${url}enter#${entrance.nextCode()}${place}`,
    close: () => app.close(),
  }
}

function serveExports(app: FastifyInstance, { api }: Served): void {
  type Params = { readonly id: string; readonly format: string }
  app.get<{ Params: Params }>('/meetings/:id/export/:format', async ({ params }, reply) => {
    const { id, format } = params
    const meetingId = MeetingId.safeParse(id)
    const chosen = ExportFormat.safeParse(format)
    if (!meetingId.success || !chosen.success) return reply.callNotFound()
    const file = await api['meeting.export']({
      exportId: ExportId.parse(crypto.randomUUID()),
      meetingId: meetingId.data,
      format: chosen.data,
      options: usualOptions(chosen.data),
    })
    return reply
      .type(file.encoding === 'text' ? withCharset(file.mediaType) : file.mediaType)
      .header('content-disposition', attachment(file.fileName))
      .header('cache-control', 'no-store')
      .send(Buffer.from(file.content, file.encoding === 'text' ? 'utf8' : 'base64'))
  })
}

function servePage(app: FastifyInstance, root: string): void {
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

async function listen(app: FastifyInstance, host: string, port: number): Promise<void> {
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
    throw error
  }
}

function boundPort(app: FastifyInstance): number {
  const address: AddressInfo | string | null = app.server.address()
  return address !== null && typeof address === 'object' ? address.port : 0
}

function urlName(host: string): string {
  return host.includes(':') && !host.startsWith('[') ? `[${host}]` : host
}
