/** Files that the page sends, as they come: none of them is ever whole in memory. */
import type { FastifyInstance } from 'fastify'
import type { Readable } from 'node:stream'
import { AppError } from '#contract/errors.ts'
import type { Import } from '#contract/import.ts'

/** Keeps what arrives; where it breaks off, nothing of it is left. */
export type Receive = (fileName: string, bytes: AsyncIterable<Uint8Array>) => Promise<Import>

/** More would only wait for each other at the disk. */
const mostAtOnce = 8
const longestName = 255

/** Takes in one file for each `POST /imports?name=...`, whose body is the file. */
export function takeUploads(app: FastifyInstance, receive: Receive): void {
  let arriving = 0
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
    scope.post<{ Querystring: { readonly name?: unknown } }>('/imports', async (request, reply) => {
      const { name } = request.query
      if (typeof name !== 'string' || name.trim() === '' || name.length > longestName)
        throw new AppError('invalid_input', 'A file is sent with its name: /imports?name=...')
      if (arriving >= mostAtOnce) {
        const busy = 'Too many files arrive at once. Send it again in a moment.\n'
        return reply.code(503).type('text/plain; charset=utf-8').send(busy)
      }
      arriving += 1
      try {
        const file = await receive(name, (request.body as Readable | null) ?? nothing())
        return await reply.code(201).header('cache-control', 'no-store').send(file)
      } finally {
        arriving -= 1
      }
    })
  })
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
