/** The headless face: the page as files, the contract over a WebSocket, sound and exports as downloads. */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { AppError } from '#contract/errors.ts'
import type { Served } from '#wire/serve.ts'
import { type Address, isFromHere } from './access.ts'
import { keepConnections } from './connections.ts'
import { createEntrance } from './entry.ts'
import { serveEntry } from './entry-routes.ts'
import { serveExports } from './exports.ts'
import { guard } from './guard.ts'
import { boundPort, listen, newApp, servePage } from './new-app.ts'
import { openSockets } from './sockets.ts'
import { serveSounds } from './sounds.ts'
import type { Tls } from './tls.ts'
import { type Receive, takeUploads } from './uploads.ts'
import { whereToListen } from './where-to-listen.ts'
import { createWrongTries } from './wrong-tries.ts'

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
  /** Needed where other computers can reach `host`. */
  readonly tls?: Tls | null
  /** Under which names it is reached there, beside those of the certificate. */
  readonly names?: readonly string[]
  /** Hears of failures that are nobody's input. */
  readonly onBug?: (error: unknown) => void
  /** Hears whenever somebody shows a wrong token or code, and how often that was by now. */
  readonly onWrongTry?: (count: number) => void
}

export interface RunningServer {
  /** Where the page lies; it answers only to who has entered. */
  readonly url: string
  /** The address of this computer on which it answers. */
  readonly here: string
  /** All that it answers to, for whoever wants to see that all of it is shut. */
  readonly routes: readonly Route[]
  /** An address that lets one browser in, and leads to a place within the page, such as `/live`. */
  entryAddress(place?: string): string
  close(): Promise<void>
}

interface Route {
  readonly method: string
  readonly url: string
}

/** Serves the page and the engine to the owner's browsers and programs, and to nobody else. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { engine, pageFolder, host, port, token, onBug = () => {}, onWrongTry = () => {} } = options
  const { tls = null, names = [] } = options
  const { scheme, shown, here, isFar, isOurName } = whereToListen({ host, tls, names })
  if (!existsSync(join(pageFolder, 'index.html'))) {
    throw new AppError(
      'file_missing',
      `The page is not built: ${pageFolder} holds no index.html. Build it with: npm run build:page`,
    )
  }

  const nowMs = performance.now.bind(performance)
  const boundNow = (): number => boundPort(app)
  const entrance = createEntrance({ token, port: boundNow, secure: tls !== null, nowMs: Date.now })
  const app = newApp(tls, entrance.place)
  const routes: Route[] = []
  app.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) routes.push({ method: one, url })
  })
  const address = (): Address => ({ scheme, port: boundNow(), isOurName })
  const connections = keepConnections(app.server)
  const tries = createWrongTries(nowMs, onWrongTry)
  guard(app, { address, entrance, connections, tries, isFar, nowMs, onBug })
  serveEntry(app, { entrance, tries, onRefused: () => sockets.lookAgain() })
  serveExports(app, engine)
  serveSounds(app, engine)
  if (engine.receive) takeUploads(app, engine.receive)
  servePage(app, resolve(pageFolder))
  const sockets = openSockets({
    server: app.server,
    engine,
    place: entrance.place,
    isKnown: (request) => entrance.ask(request) === 'entered',
    async refuse(request) {
      if (!isFromHere(request, address())) return '403 Forbidden'
      const known = entrance.ask(request)
      if (known === 'wrong') await tries.wait()
      if (known !== 'entered') return '401 Unauthorized'
      connections.entered(request.socket)
      return null
    },
    onBug,
  })
  app.addHook('preClose', async () => sockets.close())

  await listen(app, host, port)
  const { href: url } = new URL(`${scheme}://${shown}:${boundNow()}${entrance.place}`)
  return {
    url,
    here,
    routes,
    entryAddress: (place = '') => `${url}enter#${entrance.nextCode()}${place}`,
    close: () => app.close(),
  }
}
