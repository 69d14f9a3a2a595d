/**
 * Whether a worker is still there, judged by what its process tells of itself while it has work. All time is counted in
 * ticks of whoever judges: it stands still while the computer sleeps, and passes slower on a machine that is too busy to tick.
 */
import { z } from 'zod'

/** Told a few times a second by a process that has work: what it has done since it began, in counts that only grow. */
export const Beat = z.object({
  /** Processor time of its threads, in milliseconds, without the one that answers: what is asked for meanwhile is no progress. */
  cpuMs: z.number().nonnegative(),
  /** Times that it waited for a disk, or for memory that lay on one. */
  reads: z.number().nonnegative(),
})
export type Beat = Readonly<z.infer<typeof Beat>>

const Told = z.strictObject({ beat: Beat })

/** Most messages are none, and are told apart at a glance. */
export function isBeat(message: unknown): message is z.infer<typeof Told> {
  const mayBe = typeof message === 'object' && message !== null && 'beat' in message
  return mayBe && Told.safeParse(message).success
}

/** How often a process with work tells that it is there, in milliseconds. */
export const beatMs = 250

export interface PulseLimits {
  /** Without a beat for so long it stands still. */
  readonly silentMs: number
  /** With beats and without anything done for so long it waits for what never comes; Infinity where waiting is its work. */
  readonly idleMs: number
}

export interface Pulse {
  /** Since its last beat, or since it got work. */
  readonly silentMs: number
  /** Since it was last seen to do something. */
  readonly idleMs: number
  /** What it had done by then; null: it has never been heard. */
  readonly seen: Beat | null
  /** The longest silence of late that ended by itself: here it is no sign of anything. */
  readonly longestMs: number
}

export const noPulse: Pulse = { silentMs: 0, idleMs: 0, seen: null, longestMs: 0 }

/** Starting a process from its sources takes long on a slow disk, and nothing can be heard of it until then. */
const startMs = 30_000
/** A silence so many times longer than the longest of late is none of a machine that is only slow. */
const longerFactor = 4
const forgetting = 0.98
/** Whoever judges has ticked all that time: nothing but a process that stands still is silent for longer. */
const mostTolerated = 12_000
/** A process that only says that it is there spends less than this in between. */
const leastWorkMs = 5

/** It has work from now on; before, nothing was expected of it. */
export function afterRest(pulse: Pulse): Pulse {
  return { ...pulse, silentMs: 0, idleMs: 0 }
}

export function afterTick(pulse: Pulse, ms: number): Pulse {
  return { ...pulse, silentMs: pulse.silentMs + ms, idleMs: pulse.idleMs + ms }
}

export function afterBeat(pulse: Pulse, beat: Beat): Pulse {
  const longestMs = pulse.seen ? Math.max(pulse.silentMs, pulse.longestMs * forgetting) : 0
  const worked =
    !pulse.seen || beat.cpuMs - pulse.seen.cpuMs >= leastWorkMs || beat.reads > pulse.seen.reads
  if (!worked) return { ...pulse, silentMs: 0, longestMs }
  return { silentMs: 0, idleMs: 0, seen: beat, longestMs }
}

/** Nothing was under way that must come on, or something came to its end. */
export function afterIdle(pulse: Pulse): Pulse {
  return { ...pulse, idleMs: 0 }
}

export type Standstill = 'silent' | 'idle'

/** Null: nothing speaks against it. */
export function standstill(pulse: Pulse, limits: PulseLimits): Standstill | null {
  const { silentMs, idleMs, seen, longestMs } = pulse
  if (seen === null) return silentMs >= startMs ? 'silent' : null
  const tolerated = Math.min(longerFactor * longestMs, mostTolerated)
  if (silentMs >= Math.max(limits.silentMs, tolerated)) return 'silent'
  // What it does while it is not heard, nobody knows.
  return idleMs - silentMs >= limits.idleMs ? 'idle' : null
}
