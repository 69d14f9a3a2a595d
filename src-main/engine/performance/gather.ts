/** Puts what happened during a stretch of time into one sample. */
import type { EngineEvent } from '#contract/events.ts'
import type { MeetingId } from '#contract/ids.ts'
import type { PerformanceSample } from '#contract/performance.ts'

/** What has been seen since the last sample. */
export interface Gathered {
  readonly meetingId: MeetingId | null
  readonly lagsMs: readonly number[]
  readonly looksMs: readonly number[]
  readonly decodeMs: number
  readonly written: readonly Written[]
}

/** Tokens that a language model wrote, and how long it took. */
export interface Written {
  readonly tokens: number
  readonly ms: number
}

export const nothing: Gathered = {
  meetingId: null,
  lagsMs: [],
  looksMs: [],
  decodeMs: 0,
  written: [],
}

/** The live meeting outlasts the sample; everything else begins anew. */
export function afterSample({ meetingId }: Gathered): Gathered {
  return { ...nothing, meetingId }
}

export function gather(so: Gathered, event: EngineEvent): Gathered {
  switch (event.type) {
    case 'meeting.started':
      return { ...so, meetingId: event.meeting.id }
    case 'meeting.stopped':
      return so.meetingId === event.meeting.id ? { ...so, meetingId: null } : so
    case 'decode.measured': {
      const spent = event.encodeMs + event.decodeMs
      const isLook = event.kind === 'look'
      return {
        ...so,
        decodeMs: so.decodeMs + spent,
        looksMs: isLook ? [...so.looksMs, spent] : so.looksMs,
        // What is read again lies behind by its nature.
        lagsMs: event.kind === 'final' ? so.lagsMs : [...so.lagsMs, event.lagMs],
      }
    }
    default:
      return so
  }
}

export function isBusy({ meetingId, decodeMs, written }: Gathered): boolean {
  return meetingId !== null || decodeMs > 0 || written.length > 0
}

type Measured = Pick<PerformanceSample, 'at' | 'spanMs' | 'processes' | 'gpu'>

export function sampleOf(so: Gathered, measured: Measured): PerformanceSample {
  const { meetingId, lagsMs, looksMs, decodeMs, written } = so
  const tokens = written.reduce((sum, each) => sum + each.tokens, 0)
  const writingMs = written.reduce((sum, each) => sum + each.ms, 0)
  return {
    ...measured,
    meetingId,
    lagMs: lagsMs.length > 0 ? Math.max(...lagsMs) : null,
    lookMs: spread(looksMs),
    decoding: decodeMs / measured.spanMs,
    tokensPerSecond: tokens > 0 && writingMs > 0 ? (1000 * tokens) / writingMs : null,
  }
}

/** The middle one and the longest of some durations; null where there are none. */
export function spread(durations: readonly number[]): PerformanceSample['lookMs'] {
  const ordered = durations.toSorted((a, b) => a - b)
  const longest = ordered.at(-1)
  const median = ordered[Math.floor((ordered.length - 1) / 2)]
  return longest === undefined || median === undefined ? null : { median, longest }
}
