import {
  afterBeat,
  afterIdle,
  afterRest,
  afterTick,
  type Beat,
  beatMs,
  noPulse,
  type Pulse,
  type PulseLimits,
  type Standstill,
  standstill,
} from './pulse.ts'

interface Options {
  readonly later: (ms: number, work: () => void) => () => void
  /** While this is so, nothing is expected. */
  readonly isHeld: () => boolean
  /** A process that has answered nothing yet may be silent for so long: it opens libraries and drivers. */
  readonly openingMs: () => number
  readonly onStandstill: (kind: Standstill) => void
}

export interface WatchedPulse {
  /** Another process is watched from now on. */
  renew(): void
  /** It was given work, for which these limits hold until the answer is called. */
  expect(limits: PulseLimits): () => void
  heard(beat: Beat): void
  /** It has come to work on something, so it has opened what it opens. */
  opened(): void
  stop(): void
}

/** Follows one worker's pulse while it has work. */
export function watchPulse(options: Options): WatchedPulse {
  const { later, isHeld, onStandstill } = options
  const expected = new Set<PulseLimits>()
  let isOpen = false
  let pulse: Pulse = noPulse
  let stopTicking: (() => void) | null = null

  /** A call that keeps the process from telling anything excuses its silence; each piece of work has to come on. */
  function limits(): PulseLimits {
    const all = [...expected]
    const openingMs = isOpen ? 0 : options.openingMs()
    return {
      silentMs: Math.max(openingMs, ...all.map(({ silentMs }) => silentMs)),
      idleMs: Math.min(...all.map(({ idleMs }) => idleMs)),
    }
  }

  const mustComeOn = (): boolean => expected.values().some(({ idleMs }) => idleMs < Infinity)

  function tick(): void {
    stopTicking = null
    if (expected.size === 0) return
    if (!isHeld()) pulse = afterTick(pulse, beatMs)
    const kind = standstill(pulse, limits())
    watch()
    if (kind) onStandstill(kind)
  }

  function watch(): void {
    if (expected.size > 0) stopTicking ??= later(beatMs, tick)
  }

  return {
    renew() {
      pulse = noPulse
      isOpen = false
      expected.clear()
    },
    expect(wanted) {
      if (expected.size === 0) pulse = afterRest(pulse)
      else if (!mustComeOn()) pulse = afterIdle(pulse)
      expected.add(wanted)
      watch()
      return () => {
        isOpen = true
        expected.delete(wanted)
        if (wanted.idleMs < Infinity) pulse = afterIdle(pulse)
      }
    },
    heard(beat) {
      // How long it was opening something says nothing of later.
      pulse = afterBeat(isOpen ? pulse : { ...pulse, silentMs: 0 }, beat)
    },
    opened: () => void (isOpen = true),
    stop() {
      stopTicking?.()
      stopTicking = null
      expected.clear()
    },
  }
}
