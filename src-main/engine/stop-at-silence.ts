import type { TrackName } from '#contract/transcript.ts'
import { type Warning, wholeWarning } from '#contract/warning.ts'
import { toMs } from './audio/frames.ts'
import type { Source, SourceEvent } from './audio/source.ts'
import { peakOf } from './capture/peak-of.ts'
import { type SilenceNews, silenceStop } from './capture/silence-stop.ts'

interface Rules {
  readonly afterMs: number
  /** Whether somebody speaks just now on any track, as far as the readers know; silence never counts while they do. */
  readonly isSpeaking: () => boolean
  readonly warn: (warning: Warning) => void
  /** An end is announced, or not any more. */
  readonly changed: () => void
  /** Ends the meeting as if somebody had stopped it. */
  readonly stop: () => void
}

/** What silence may do to a meeting. */
export interface SilenceWatch {
  /** Milliseconds to the end that was announced; null while none is. */
  endsInMs(): number | null
  /** Somebody wants the meeting to go on. */
  keep(): void
}

export interface WatchedSource extends SilenceWatch {
  readonly source: Source
}

/** The same source, whose meeting ends after so much silence. Time is counted in what was told, so a pause is none. */
export function stoppingAtSilence(source: Source, rules: Rules): WatchedSource {
  const silence = silenceStop(rules.afterMs)
  async function* events(): AsyncGenerator<SourceEvent, void, undefined> {
    const lengths = new Map<TrackName, number>()
    let deaf = false
    for await (const event of source.events) {
      yield event
      // Where a device says that it plays, there is sound, though none arrives.
      if (event.type === 'hearing')
        deaf = event.hearing.tracks.some(({ state }) => state === 'deaf')
      const told = toldBy(event)
      if (!told) continue
      lengths.set(told.track, (lengths.get(told.track) ?? 0) + told.length)
      const atMs = toMs(Math.max(...lengths.values()))
      const speech = deaf || rules.isSpeaking()
      const news = silence.heard({ atMs, peak: told.peak, speech })
      if (news) tell(news, 'Something is heard again: recording goes on.', rules)
    }
  }
  const { tracks, totalMs, controls } = source
  return {
    source: {
      tracks,
      totalMs,
      events: events(),
      controls,
      stop: () => source.stop(),
      [Symbol.asyncDispose]: () => source[Symbol.asyncDispose](),
    },
    endsInMs: () => silence.endsInMs(),
    keep() {
      const news = silence.keep()
      if (news) tell(news, 'Recording goes on.', rules)
    },
  }
}

/** The same source, which no silence ends. */
export function heedlessOfSilence(source: Source): WatchedSource {
  return { source, endsInMs: () => null, keep: () => {} }
}

/** `whyNot` says why it does not end, should it not. */
function tell(news: SilenceNews, whyNot: string, { warn, changed, stop }: Rules): void {
  switch (news.type) {
    case 'announce': {
      const seconds = Math.round(news.inMs / 1000)
      const message = `Nobody speaks any more. Recording stops in ${seconds} s unless something is heard.`
      warn(wholeWarning('silence_ends_soon', message))
      return changed()
    }
    case 'cancelled':
      warn(wholeWarning('silence_ends_soon', whyNot, true))
      return changed()
    case 'stop':
      changed()
      return stop()
  }
}

/** What an event adds to its track. */
function toldBy(event: SourceEvent) {
  if (event.type === 'samples') {
    const { track, samples } = event
    return { track, length: samples.length, peak: peakOf(samples) }
  }
  if (event.type === 'silence' || event.type === 'gap')
    return { track: event.track, length: event.length, peak: 0 }
  return null
}
