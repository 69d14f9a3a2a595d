/** The network of one engine: what its settings allow, who asked, and what became of it. */
import { AppError } from '#contract/errors.ts'
import type { NetworkAttempt } from '#contract/network.ts'
import type { AttemptLog } from './attempt-log.node.ts'
import type { Guard } from './guard.node.ts'
import { hostOfPath } from './host-of-path.ts'
import type { Network } from './network.ts'

interface World {
  readonly guard: Guard
  readonly log: AttemptLog
  /** The program was started to reach nothing. */
  readonly forced: boolean
  /** As the settings are at this moment; another program may have changed them. */
  readonly isOffBySetting: () => boolean
  /** What the report says may be reached. */
  readonly hosts: readonly string[]
  /** Runs work again and again until the answer is called. */
  readonly every: (ms: number, work: () => void) => () => void
}

/** While something is open, another program's change of the settings is noticed after so many milliseconds. */
const lookEveryMs = 1_000

export function openNetwork(world: World): Network {
  const { guard, log, forced, hosts } = world
  const listeners = new Set<(attempt: NetworkAttempt) => void>()
  const holders = new Set<() => void>()
  /** The store that holds the setting is closed then. */
  let isOver = false
  const isOff = (): boolean => isOver || forced || world.isOffBySetting()
  const apply = (): void => {
    if (!isOff()) return
    guard.cut()
    for (const closed of holders) closed()
  }
  const note = (attempt: NetworkAttempt): void => {
    log.add(attempt)
    if (attempt.what === 'program' && attempt.allowed) return
    for (const listener of listeners) listener(attempt)
  }
  const close = guard.setOff(isOff)
  guard.onAttempt((attempt) => note({ ...attempt, by: attempt.by ?? 'engine' }))
  return {
    open(wanted, closed) {
      if (isOff()) throw offline(forced)
      const opened = guard.open(wanted)
      holders.add(closed)
      const stop = world.every(lookEveryMs, apply)
      return {
        [Symbol.dispose]() {
          stop()
          holders.delete(closed)
          opened[Symbol.dispose]()
        },
      }
    },
    requireHere(path) {
      const host = hostOfPath(path)
      if (host === null) return
      const allowed = !isOff()
      note({
        ...{ at: new Date().toISOString(), by: 'engine', part: null, what: 'connection' },
        ...{ host: host.slice(0, 300), port: null, allowed },
      })
      if (!allowed)
        throw new AppError(
          'offline',
          'This file lies on another computer, and the network is off. Copy it to this computer first.',
        )
    },
    apply,
    note,
    [Symbol.dispose]() {
      isOver = true
      close()
    },
    watch(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    report(most) {
      const attempts = log.read()
      const allowed = attempts.filter((one) => one.allowed).length
      return {
        network: isOff() ? 'off' : 'models',
        forced,
        hosts: [...hosts],
        allowed,
        refused: attempts.length - allowed,
        attempts: attempts.slice(-most).toReversed(),
      }
    },
  }
}

function offline(forced: boolean): AppError {
  const remedy = forced
    ? 'Start RTSTT without --offline and RTSTT_OFFLINE to fetch it, or add a file: rtstt models add FILE'
    : 'Allow it in the settings under Privacy (rtstt settings network models), or add a file: rtstt models add FILE'
  return new AppError('offline', `The network is off, so nothing was fetched. ${remedy}`)
}
