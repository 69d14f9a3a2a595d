import { isIPv6 } from 'node:net'
import { AppError } from '#contract/errors.ts'
import { isLoopback } from './access.ts'
import type { Tls } from './tls.ts'

export interface Place {
  /** A name or an address of this computer. */
  readonly host: string
  /** Needed where other computers can reach it. */
  readonly tls: Tls | null
  /** Under which names it is reached, beside those of the certificate. */
  readonly names: readonly string[]
}

/** How to reach a server from this computer, and under which name people know it. */
export interface Reached {
  readonly scheme: 'http' | 'https'
  /** As it stands in an address. */
  readonly shown: string
  /** An address of this computer on which it answers. */
  readonly here: string
  /** Whether other computers can reach it. */
  readonly isFar: boolean
  readonly isOurName: (name: string) => boolean
}

/** Refuses to let other computers in without encryption: then text and sound would travel in the open. */
export function whereToListen({ host, tls, names }: Place): Reached {
  const isFar = !isLoopback(host)
  if (isFar && !tls) {
    throw new AppError(
      'invalid_input',
      `Without encryption RTSTT serves only this computer, so it does not listen on ${host}. Leave --host out, or give a certificate and its key: --tls-cert FILE --tls-key FILE`,
    )
  }
  const bare = host.replace(/^\[|\]$/g, '')
  const isEverywhere = bare === '0.0.0.0' || bare === '::'
  const known = names.map((name) => name.toLowerCase())
  const shown = isFar ? (known[0] ?? (isEverywhere ? tls?.name : bare)) : bare
  if (!shown) {
    throw new AppError(
      'invalid_input',
      'The certificate names no computer. Say under which name this one is reached: --name NAME',
    )
  }
  return {
    scheme: tls ? 'https' : 'http',
    shown: isIPv6(shown) ? `[${shown}]` : shown,
    here: bare === '0.0.0.0' ? '127.0.0.1' : bare === '::' ? '::1' : bare,
    isFar,
    isOurName: (name) => isFar && (known.includes(name.toLowerCase()) || tls?.isFor(name) === true),
  }
}
