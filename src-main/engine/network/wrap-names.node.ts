/** Looking up a name tells somebody else which one it is: a question of the network like any other. */
import dns from 'node:dns'
import { syncBuiltinESMExports } from 'node:module'
import { isIP } from 'node:net'
import { isLoopback, type Target } from './target.ts'

type Ask = (target: Target) => Error | null
type Call = (this: unknown, ...args: unknown[]) => unknown
type Holder = Record<string, Call>

/** All that ask a server, and `lookup`, which asks the system, which asks a server. */
const questions = ['lookup', 'lookupService', 'resolve', 'reverse'].concat(
  ['4', '6', 'Any', 'Caa', 'Cname', 'Mx', 'Naptr', 'Ns', 'Ptr', 'Soa', 'Srv', 'Tlsa', 'Txt'].map(
    (kind) => `resolve${kind}`,
  ),
)

export function wrapNames(ask: Ask): void {
  const withCallback = [dns, dns.Resolver.prototype] as unknown as Holder[]
  const withPromise = [dns.promises, dns.promises.Resolver.prototype] as unknown as Holder[]
  for (const holder of withCallback) wrapAll(holder, ask, callBack)
  for (const holder of withPromise) wrapAll(holder, ask, (error) => Promise.reject(error))
  syncBuiltinESMExports()
}

type Refuse = (error: Error, args: readonly unknown[]) => unknown

function wrapAll(holder: Holder, ask: Ask, refuse: Refuse): void {
  for (const name of questions) {
    const original = holder[name]
    if (!original) continue
    const wrapped: Call = function (this: unknown, ...args) {
      const target = targetOf(name, args[0])
      const refused = target && ask(target)
      return refused ? refuse(refused, args) : original.apply(this, args)
    }
    // Some carry what turns them into a promise.
    holder[name] = Object.defineProperties(wrapped, Object.getOwnPropertyDescriptors(original))
  }
}

/** Null where nothing is asked: an address is its own answer, and so is this computer's name. */
function targetOf(question: string, name: unknown): Target | null {
  if (typeof name !== 'string' || name === '' || isLoopback(name)) return null
  if (question === 'lookup' && isIP(name) !== 0) return null
  return { what: 'name', host: name, port: null }
}

function callBack(error: Error, args: readonly unknown[]): void {
  const callback = args.findLast((one) => typeof one === 'function')
  if (callback) process.nextTick(callback as (error: Error) => void, error)
}
