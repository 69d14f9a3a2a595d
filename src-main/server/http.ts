/** The headless face: the page as files, the contract over a WebSocket, and exports as downloads. */
import { existsSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import fastifyStatic from '@fastify/static'
import fastify, { type FastifyInstance } from 'fastify'
import { AppError, type ErrorCode, toWireError } from '#contract/errors.ts'
import { ExportFormat, usualOptions } from '#contract/export.ts'
import { ExportId, MeetingId } from '#contract/ids.ts'
import type { Served } from '#wire/serve.ts'
import { isLoopback, mayEnter, type Visit } from './access.ts'
import { attachment, withCharset } from './attachment.ts'
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
  /** Hears of failures that are nobody's input. */
  readonly onBug?: (error: unknown) => void
}

export interface RunningServer {
  readonly url: string
  close(): Promise<void>
}

/** Serves the page and the engine to browsers on this computer, and to nobody else. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { engine, pageFolder, host, port, onBug = () => {} } = options
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

  const app = fastify({ forceCloseConnections: true, bodyLimit: 1024 })
  const isWelcome = (visit: Visit): boolean => mayEnter(visit, boundPort(app))
  guard(app, isWelcome, onBug)
  serveExports(app, engine)
  serveSounds(app, engine)
  if (engine.receive) takeUploads(app, engine.receive)
  servePage(app, resolve(pageFolder))
  const closeSockets = openSockets({
    server: app.server,
    engine,
    isWelcome: ({ headers }) => isWelcome(headers),
    onBug,
  })
  app.addHook('preClose', async () => closeSockets())

  await listen(app, host, port)
  return { url: `http://${urlName(host)}:${boundPort(app)}/`, close: () => app.close() }
}

function guard(
  app: FastifyInstance,
  isWelcome: (visit: Visit) => boolean,
  onBug: (error: unknown) => void,
): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(securityHeaders)
    if (!isWelcome(request.headers)) {
      return reply.code(403).type('text/plain; charset=utf-8').send('Only for this computer.\n')
    }
  })
  app.setNotFoundHandler((_, reply) => {
    void reply.code(404).type('text/plain; charset=utf-8').send('There is nothing here.\n')
  })
  app.setErrorHandler((error, _, reply) => {
    const status = statusOf(error)
    if (status === 500 && !(error instanceof AppError)) onBug(error)
    const { message } = toWireError(error)
    void reply.code(status).type('text/plain; charset=utf-8').send(`${message}\n`)
  })
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
        `Port ${port} is taken by another program, perhaps RTSTT itself. Close it, or choose another port with --port.`,
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
