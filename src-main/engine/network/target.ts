/** Whether an attempt stays on this computer, and whether one that does not is let through. */
import { isIP } from 'node:net'
import type { NetworkAttempt } from '#contract/network.ts'

/** What somebody wants to reach. */
export type Target = Pick<NetworkAttempt, 'what' | 'host' | 'port'>

export interface Rules {
  /** Everything is closed, whoever asked for it. */
  readonly isOff: boolean
  /** Names that may be reached now; `*.` stands for any beginning. */
  readonly hosts: Iterable<string>
}

/** `ours`: it never leaves this computer, so nobody needs to hear of it. */
export type Verdict = 'ours' | 'allowed' | 'refused'

/** Programs that are part of the system, ask no network, and are started by this program on purpose. */
const known: readonly string[] = [
  'nvidia-smi',
  'pactl',
  // These open the page of this computer in the person's browser.
  'xdg-open',
  'open',
  'rundll32',
]

export function decide({ what, host }: Target, { isOff, hosts }: Rules): Verdict {
  switch (what) {
    case 'program':
      return isOff && !known.includes(host) ? 'refused' : 'allowed'
    case 'listening':
      if (isLoopback(host)) return 'ours'
      return isOff ? 'refused' : 'allowed'
    default:
      if (isLoopback(host)) return 'ours'
      return !isOff && isAmong(host, hosts) ? 'allowed' : 'refused'
  }
}

/** Only what can mean nothing else: `127.1`, `0.0.0.0` and names below `localhost` count as foreign. */
export function isLoopback(host: string): boolean {
  const bare = host.toLowerCase().replace(/^\[(.*)\]$/, '$1')
  if (bare === 'localhost' || bare === '::1') return true
  const four = bare.replace(/^::ffff:/, '')
  return isIP(four) === 4 && four.startsWith('127.')
}

export function isAmong(host: string, hosts: Iterable<string>): boolean {
  const name = host.toLowerCase()
  return [...hosts].some((one) =>
    one.startsWith('*.') ? name.endsWith(one.slice(1)) : name === one,
  )
}
