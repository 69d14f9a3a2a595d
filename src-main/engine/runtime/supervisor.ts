/** Counts the losses of a worker, says when it may be started again, and how it is. */
import type { Loss } from './worker-host.ts'
import {
  afterLoss,
  fresh,
  hurried,
  isResting,
  type RestartRules,
  type Restarts,
  restMs,
} from './restarts.ts'

export interface WorkerHealth {
  /** `restarting`: it was lost, and nothing has been done since. `paused`: it keeps failing, and is left alone for a while. */
  readonly state: 'working' | 'restarting' | 'paused'
  /** How it was lost last; null while it works. */
  readonly why: Loss['kind'] | null
  /** How long it is left alone from when this was told. */
  readonly restMs: number
}

export interface Supervisor {
  health(): WorkerHealth
  lost(kind: Loss['kind']): void
  /** Something was answered: after one loss, which may have been an accident, that is enough to be taken for working. */
  answered(): void
  /** What it is there for was done. */
  worked(): void
  /** What failed so far says nothing of what is tried next. */
  renewed(): void
  /** It may be tried at once: a person asks, or nothing more will come that could be waited for. */
  hurry(): void
  /** A process is started. */
  started(): void
}

interface Options {
  readonly rules: RestartRules
  readonly steadyMs: () => number
  readonly onChanged: (health: WorkerHealth) => void
}

export function supervisor({ rules, steadyMs, onChanged }: Options): Supervisor {
  let so: Restarts = fresh
  let why: Loss['kind'] | null = null
  let told = 'working'
  /** Nothing has shown yet that it works again. */
  let isLost = false

  function health(): WorkerHealth {
    const now = steadyMs()
    if (isResting(so, now)) return { state: 'paused', why, restMs: restMs(so, now) }
    return isLost
      ? { state: 'restarting', why, restMs: 0 }
      : { state: 'working', why: null, restMs: 0 }
  }

  function become(next: Restarts): void {
    so = next
    tell()
  }

  function tell(): void {
    const now = health()
    const key = `${now.state} ${now.why} ${so.untilMs}`
    if (key === told || (now.state === 'working' && told === 'working')) return
    told = now.state === 'working' ? 'working' : key
    onChanged(now)
  }

  return {
    health,
    lost(kind) {
      why = kind
      isLost = true
      become(afterLoss(so, steadyMs(), rules))
    },
    answered() {
      if (so.inARow <= 1) isLost = false
      tell()
    },
    worked() {
      isLost = false
      become(fresh)
    },
    renewed: () => become(fresh),
    hurry: () => become(hurried(so)),
    started: tell,
  }
}
