/** The door to the network: one request with its redirects, through the proxy the environment names. */
import { createSecureContext, getCACertificates, type SecureContext } from 'node:tls'
import type * as Undici from 'undici'
import { AppError } from '#contract/errors.ts'
import { isAmong } from '../network/target.ts'
import { bodyQueue, type BodyQueue } from './body-queue.ts'
import type { ReplyHead } from './plan-range.ts'
import { type Environment, isLoopback } from './sources.ts'

export interface Reply extends ReplyHead {
  /** The host that answered in the end. */
  readonly host: string
  readonly body: AsyncIterable<Uint8Array>
  /** Ends the connection of a reply whose body is not wanted. */
  discard(): void
}

export interface Asking {
  readonly headers: Readonly<Record<string, string>>
  /** Asked for every hop, so that a secret never follows a redirect. */
  readonly tokenFor: (url: URL) => string | null
  readonly signal: AbortSignal
}

export interface Transfer extends AsyncDisposable {
  /** Rejects with the network's own error when no answer comes. */
  open(url: URL, asking: Asking): Promise<Reply>
}

const redirects: readonly number[] = [301, 302, 303, 307, 308]
const mostHops = 6
/** Waits in memory for the disk; more than that and the network waits. */
const mostQueuedBytes = 4 * 1024 * 1024

export interface TransferOptions {
  readonly env: Environment
  /** So long without a byte ends a request. */
  readonly idleMs: number
  /** Whether any address is encrypted. */
  readonly isSecure: boolean
  /** The hosts to which an answer may send; `*.` stands for any beginning. */
  readonly hosts: readonly string[]
}

/** undici is loaded here, so that nobody who fetches nothing pays for it. */
export async function openTransfer(options: TransferOptions): Promise<Transfer> {
  const undici = await import('undici')
  const agent = proxyAgent(undici, options)
  return {
    async open(url, asking) {
      let target = url
      for (let hop = 0; hop < mostHops; hop++) {
        const reply = await ask(agent, target, asking)
        const { location } = reply.headers
        if (!redirects.includes(reply.status) || location === undefined) return reply
        reply.discard()
        target = follow(target, location, options.hosts)
      }
      throw new AppError('download_failed', `${url.host} sends from one address to the next.`)
    },
    [Symbol.asyncDispose]: () => agent.destroy(),
  }
}

function proxyAgent(
  undici: typeof Undici,
  { env, idleMs, isSecure }: TransferOptions,
): Undici.Dispatcher {
  const tls = isSecure ? trusted() : {}
  try {
    return new undici.EnvHttpProxyAgent({
      httpProxy: env['http_proxy'] ?? env['HTTP_PROXY'] ?? '',
      httpsProxy: env['https_proxy'] ?? env['HTTPS_PROXY'] ?? '',
      noProxy: env['no_proxy'] ?? env['NO_PROXY'] ?? '',
      headersTimeout: idleMs,
      bodyTimeout: idleMs,
      connect: { ...tls, timeout: idleMs },
      requestTls: tls,
      proxyTls: tls,
    })
  } catch (cause) {
    // The address itself is not repeated: it may hold a password.
    const sentence = 'HTTP_PROXY or HTTPS_PROXY does not hold the address of a proxy.'
    throw new AppError('download_failed', sentence, { cause })
  }
}

/**
 * Company proxies that look into traffic sign with a certificate that only the system's store knows.
 * Reading that store takes a tenth of a second, so it is done once, and only for encrypted sources.
 */
function trusted(): { readonly secureContext: SecureContext } {
  const known = new Set([...getCACertificates('default'), ...getCACertificates('system')])
  return { secureContext: createSecureContext({ ca: [...known] }) }
}

function ask(dispatcher: Undici.Dispatcher, url: URL, asking: Asking): Promise<Reply> {
  const { headers, tokenFor, signal } = asking
  const token = tokenFor(url)
  const request = {
    origin: url.origin,
    path: `${url.pathname}${url.search}`,
    method: 'GET' as const,
    headers: {
      'user-agent': 'rtstt',
      // A compressed body would make ranges and lengths mean something else.
      'accept-encoding': 'identity',
      ...headers,
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
  }
  return new Promise((resolve, reject) => {
    dispatcher.dispatch(request, replyHandler({ url, signal, resolve, reject }))
  })
}

interface Awaited {
  readonly url: URL
  readonly signal: AbortSignal
  readonly resolve: (reply: Reply) => void
  readonly reject: (error: unknown) => void
}

/** Collects one answer. Informational answers (1xx) come before it and are of no interest. */
function replyHandler({
  url,
  signal,
  resolve,
  reject,
}: Awaited): Undici.Dispatcher.DispatchHandler {
  let body: BodyQueue | null = null
  let abort = (): void => {}
  const finish = (error: unknown): void => {
    signal.removeEventListener('abort', abort)
    if (body) body.end(error)
    else reject(error)
  }
  return {
    onRequestStart(controller) {
      abort = () => controller.abort(new Error('Stopped.'))
      signal.addEventListener('abort', abort)
      if (signal.aborted) abort()
    },
    onResponseStart(controller, status, headers) {
      if (status < 200) return
      body = bodyQueue(controller, mostQueuedBytes)
      resolve({
        status,
        headers: Object.fromEntries(
          Object.entries(headers).map(([name, value]) => [name, [value].flat().join(', ')]),
        ),
        host: url.host,
        body,
        discard: abort,
      })
    },
    onResponseData: (_controller, bytes) => body?.push(bytes),
    onResponseEnd: () => finish(null),
    onResponseError: (_controller, error) => finish(error),
  }
}

function follow(from: URL, location: string, hosts: readonly string[]): URL {
  if (!URL.canParse(location, from.href)) {
    throw new AppError('download_failed', `${from.host} redirects to an address nobody can read.`)
  }
  const to = new URL(location, from)
  const safe = to.protocol === 'https:' || (to.protocol === 'http:' && from.protocol === 'http:')
  if (isLoopback(to)) return to
  if (!safe)
    throw new AppError('download_failed', `${from.host} redirects to an unencrypted address.`)
  if (isAmong(to.hostname, hosts)) return to
  throw new AppError(
    'download_failed',
    `${from.host} redirects to ${to.host}, which has no models.`,
  )
}
