/** How a browser gets in: a page that carries a code to the server, and comes back with a cookie. */
import type { FastifyInstance } from 'fastify'
import { setCookie } from './cookie.ts'
import type { Entrance } from './entry.ts'
import { entryPage } from './entry-page.ts'
import { say } from './guard.ts'
import type { WrongTries } from './wrong-tries.ts'

const open = { config: { open: true } }

interface Options {
  readonly entrance: Entrance
  readonly tries: WrongTries
  /** A code that was used before may have put out whoever used it. */
  readonly onRefused: () => void
}

export function serveEntry(app: FastifyInstance, { entrance, tries, onRefused }: Options): void {
  app.get('/enter', open, (request, reply) => {
    const { html, headers } = entryPage(request.headers['accept-language'], true)
    return reply.headers(headers).send(html)
  })
  app.post('/enter', open, async ({ raw, body, headers }, reply) => {
    if (headers.origin === undefined) return say(reply, 403, 'Only for the page of this address.')
    // The same address opened again by somebody who is in: nothing is used up.
    if (entrance.ask(raw) === 'entered') return reply.code(204).send()
    const cookie = entrance.exchange(body)
    if (!cookie) {
      onRefused()
      await tries.wait()
      return say(reply, 401, 'This address was used before, or is too old.')
    }
    return reply.code(204).header('set-cookie', setCookie(cookie)).send()
  })
  // Browsers do not tell a page why its socket did not open; this does.
  app.get('/entered', (_, reply) => reply.code(204).header('cache-control', 'no-store').send())
}
