/**
 * Stands before every way out of this process that script can take. It is closed from the moment in which this file is
 * loaded, so entries load it first; what may be reached is opened by name and for a while. Native code is not
 * held by it: which of it there is, and why it asks nobody, stands in docs/decisions/0039.
 */
import { askingPart } from './asking-part.ts'
import { refusal } from './refusal.ts'
import { decide, type Target } from './target.ts'
import type { OwnAttempt } from './told-attempt.ts'
import { wrapDatagrams } from './wrap-datagrams.node.ts'
import { wrapNames } from './wrap-names.node.ts'
import { wrapPrograms } from './wrap-programs.node.ts'
import { wrapSockets } from './wrap-sockets.node.ts'

export interface Guard {
  /** Lets these be reached until it is disposed. */
  open(hosts: readonly string[]): Disposable
  /** Asked at every attempt, until another question takes its place or the answer is called: then nothing is open. */
  setOff(isOff: () => boolean): () => void
  /** Ends every connection that leaves this computer, and whatever listens for one. */
  cut(): void
  /** Hears each attempt, and at once those before it. Another listener takes the place of the one before. */
  onAttempt(listener: (attempt: OwnAttempt) => void): void
  /** Tells that listener of an attempt that was made elsewhere. */
  tell(attempt: OwnAttempt): void
}

/** What nobody has heard yet; more than that is a mistake that must not fill the memory. */
const mostUnheard = 1_000

export const guard: Guard = guarded()

function guarded(): Guard {
  const opened = new Set<readonly string[]>()
  const unheard: OwnAttempt[] = []
  let isOff = (): boolean => false
  let tell = (attempt: OwnAttempt): void => {
    if (unheard.length < mostUnheard) unheard.push(attempt)
  }

  function ask(target: Target): Error | null {
    const verdict = decide(target, { isOff: isOff(), hosts: [...opened].flat() })
    if (verdict === 'ours') return null
    const allowed = verdict === 'allowed'
    const part = askingPart(stackNow())
    tell({ at: new Date().toISOString(), part, ...bounded(target), allowed })
    return allowed ? null : refusal()
  }

  const open = wrapSockets(ask)
  wrapNames(ask)
  wrapDatagrams(ask)
  wrapPrograms(ask)
  return {
    open(hosts) {
      const these = [...hosts]
      opened.add(these)
      return { [Symbol.dispose]: () => void opened.delete(these) }
    },
    setOff(asked) {
      isOff = asked
      return () => {
        if (isOff === asked) isOff = () => true
      }
    },
    tell: (attempt) => tell(attempt),
    cut: () => open.forEach((end) => end()),
    onAttempt(listener) {
      tell = listener
      unheard.splice(0).forEach(listener)
    },
  }
}

/** Libraries ask from far below whoever asked them. */
function stackNow(): string {
  const { stackTraceLimit } = Error
  Error.stackTraceLimit = 40
  const { stack = '' } = new Error('Who asked?')
  Error.stackTraceLimit = stackTraceLimit
  return stack
}

/** A hostile name may be as long as it likes. */
function bounded({ what, host, port }: Target): Target {
  const isPort = port !== null && Number.isInteger(port) && port >= 0 && port <= 65_535
  return { what, host: host.slice(0, 300), port: isPort ? port : null }
}
