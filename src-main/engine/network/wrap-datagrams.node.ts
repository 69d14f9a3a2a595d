import { Socket } from 'node:dgram'
import type { Target } from './target.ts'

type Ask = (target: Target) => Error | null
type Call = (this: Socket, ...args: unknown[]) => unknown
type Read = (args: readonly unknown[]) => Target

export function wrapDatagrams(ask: Ask): void {
  const methods = Socket.prototype as unknown as Record<string, Call>
  const readers: Readonly<Record<string, Read>> = {
    send: sentTo,
    connect: ([port, host]) => datagram(host, port),
    bind: boundTo,
    addMembership: ([host]) => datagram(host, null),
    addSourceSpecificMembership: ([, host]) => datagram(host, null),
  }
  for (const [name, read] of Object.entries(readers)) {
    const original = methods[name]
    if (!original) continue
    methods[name] = function (...args) {
      const refused = ask(read(args))
      if (!refused) return original.apply(this, args)
      const callback = args.findLast((one) => typeof one === 'function') as
        | ((error: Error) => void)
        | undefined
      process.nextTick(() => (callback ? callback(refused) : this.emit('error', refused)))
      return this
    }
  }
}

function datagram(host: unknown, port: unknown): Target {
  // Node takes this computer where no address is given.
  const name = typeof host === 'string' && host !== '' ? host : 'localhost'
  return { what: 'datagram', host: name, port: typeof port === 'number' ? port : null }
}

/** The message, perhaps a stretch of it, the port, the address; what follows a `connect` names neither. */
function sentTo(args: readonly unknown[]): Target {
  const at = args.findIndex((one, index) => index > 0 && typeof one === 'string')
  return at < 0 ? datagram(null, null) : datagram(args[at], args[at - 1])
}

/** A port of the system's choice is what sending needs; any other waits for somebody. */
function boundTo([first, second]: readonly unknown[]): Target {
  const options = typeof first === 'object' && first !== null ? { ...first } : null
  const { port, address } = (options ?? { port: first, address: second }) as {
    readonly port?: unknown
    readonly address?: unknown
  }
  const isAny = typeof port !== 'number' || port === 0
  const host = typeof address === 'string' && address !== '' ? address : '0.0.0.0'
  return { what: 'listening', host: isAny ? 'localhost' : host, port: isAny ? null : port }
}
