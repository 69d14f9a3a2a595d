/**
 * How long a job may take before its process is given up. Generous, because ending a process that is only slow makes
 * everything later still: a busy machine can be fifty times slower than an idle one.
 */
import type { Patience } from '../runtime/worker-host.ts'
import type { DecodeDepth } from './recognizer.ts'
import type { Job } from './worker-messages.ts'

export interface JobPatience {
  /** How long a process that has just been started may be silent. */
  readonly openingMs?: () => number
  readonly of: (job: Job) => Patience
  /** What a decode that came to its end took. */
  readonly took: (job: Job, ms: number) => void
}

/** A model is read from a slow disk, and a graphics driver compiles its programs at the first use. */
const loadMs = 300_000
const answerMs = 20_000
/** Judging a window takes about half a millisecond. */
const windowMs = 25
/** Nothing is known yet of how fast this model is here; a final decode may try again and again. */
const firstDecodeMs = { live: 300_000, final: 1_200_000, thorough: 1_200_000 } as const
const leastDecodeMs = 60_000
const fewest = 3
/** An aborted decode ends between two steps of the model, or after one pass of its encoder on a GPU. */
const afterAbortMs = 20_000
/** A decode this many times longer than the longest of the last ones is not slow but stuck. */
const stuckFactor = 20
const remembered = 20

/** A process says that it is there every quarter of a second; voice detection alone keeps it from that. */
const silentMs = 1_250
/** A driver is opened, and asks its card, in the same thread. */
const openingMs = { processor: 5_000, card: 60_000 } as const
/**
 * A decode on the processor that uses none for so long waits for what never comes. One on a card lets the card work: there this is
 * the least, and the longest of the last decodes says how long is too long.
 */
const idleMs = { processor: 1_000, card: 3_000 } as const

/** `onCard`: whether the process runs on a graphics card. */
export function jobPatience(onCard: () => boolean = () => false): JobPatience {
  /** Each style looks at other lengths with other means, so one says nothing of another. */
  const recent: Readonly<Record<DecodeDepth, number[]>> = { live: [], final: [], thorough: [] }

  const place = () => (onCard() ? 'card' : 'processor')

  return {
    openingMs: () => openingMs[place()],
    of(job) {
      switch (job.kind) {
        case 'load':
          return { wholeMs: loadMs, afterAbortMs, silentMs: openingMs[place()] }
        case 'detect': {
          const detectMs = (job.samples.length / 512) * windowMs
          return { wholeMs: answerMs + detectMs, afterAbortMs, silentMs: silentMs + detectMs }
        }
        case 'report':
          return { wholeMs: answerMs, afterAbortMs, silentMs: openingMs[place()] }
        case 'forget':
          return { wholeMs: answerMs, afterAbortMs, silentMs }
        case 'decode': {
          const known = recent[job.style]
          const longest = Math.max(0, ...known)
          const usual = Math.max(leastDecodeMs, stuckFactor * longest)
          const isKnown = known.length >= fewest
          const wholeMs = isKnown ? usual : firstDecodeMs[job.style]
          const onCardMs = isKnown ? Math.max(idleMs.card, stuckFactor * longest) : Infinity
          const idle = place() === 'card' ? onCardMs : idleMs.processor
          return { wholeMs, afterAbortMs, silentMs, idleMs: idle }
        }
      }
    },
    took(job, ms) {
      if (job.kind !== 'decode') return
      const known = recent[job.style]
      known.push(ms)
      if (known.length > remembered) known.shift()
    },
  }
}
