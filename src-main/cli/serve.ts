import { once } from 'node:events'
import { AppError } from '#contract/errors.ts'
import { pageFolder } from '../page-folder.ts'
import { probeInBackground } from '../probe-in-background.ts'
import { startServer } from '../server/http.ts'
import { readTls, type Tls } from '../server/tls.ts'
import { tellAddress } from '../server/told-address.ts'
import { ownToken } from '../server/token-file.ts'
import type { Context } from './context.ts'
import { exitCodes } from './exit-codes.ts'
import { openBrowser } from './open-browser.ts'

/** The longest time a timer can wait. */
const longestMs = 2 ** 31 - 1

export interface ServeOptions {
  readonly host: string
  readonly port: string
  readonly open?: boolean
  /** PEM files. */
  readonly tlsCert?: string
  readonly tlsKey?: string
  readonly name?: readonly string[]
}

/** Serves the page to this computer until somebody presses Ctrl+C. */
export async function serve(options: ServeOptions, context: Context): Promise<number> {
  const port = Number(options.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new AppError('invalid_input', '--port is a number from 0 to 65535.')
  const tls = tlsOf(options)
  await using engine = await context.openEngine('write')
  const token = ownToken(context.data)
  const names = options.name ?? []
  const server = await startServer({
    engine,
    pageFolder,
    host: options.host,
    port,
    token,
    tls,
    names,
    onWrongTry: (count) => tellTries(count, context),
  })
  // Also where something fails from here on: what still listens would keep the program alive without its engine.
  await using _listening = { [Symbol.asyncDispose]: () => server.close() }
  const forget = tellAddress(context.data, server.url, server.here)
  probeInBackground(engine, console.error)
  const enter = server.entryAddress()
  context.terminal.result(context.json ? JSON.stringify({ url: server.url, enter }) : enter)
  context.terminal.say(
    'This address lets one browser in, once, within ten minutes; the next one: rtstt open',
  )
  context.terminal.say('Press Ctrl+C to stop.')
  const tidy = options.open ? openBrowser(server.entryAddress(), context.data) : () => {}
  await aborted(context.interrupted)
  forget()
  tidy()
  return exitCodes.done
}

function tlsOf({ tlsCert, tlsKey }: ServeOptions): Tls | null {
  if (tlsCert === undefined && tlsKey === undefined) return null
  if (tlsCert === undefined || tlsKey === undefined)
    throw new AppError('invalid_input', '--tls-cert and --tls-key go together.')
  return readTls(tlsCert, tlsKey)
}

/** Told when the count has doubled, so that whoever tries long fills no screen. */
function tellTries(count: number, { terminal }: Context): void {
  if ((count & (count - 1)) !== 0) return
  const times = count === 1 ? 'once' : `${count} times by now`
  terminal.say(
    `Somebody showed this server a wrong key or an address that was used before: ${times}. Nobody was let in.`,
  )
}

/** Keeps the program alive until then: what it waits for, such as the sound system, may not. */
export async function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return
  const hold = setInterval(() => {}, longestMs)
  await once(signal, 'abort')
  clearInterval(hold)
}
