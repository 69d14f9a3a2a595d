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
  /** Ends the meeting as if somebody had stopped it. */
  readonly stop: () => void
}

/** The same source, whose meeting ends after so much silence. Time is counted in what was told, so a pause is none. */
export function stoppingAtSilence(source: Source, rules: Rules): Source {
  async function* events(): AsyncGenerator<SourceEvent, void, undefined> {
    const silence = silenceStop(rules.afterMs)
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
      tell(silence.heard({ atMs, peak: told.peak, speech }), rules)
    }
  }
  return {
    tracks: source.tracks,
    totalMs: source.totalMs,
    events: events(),
    controls: source.controls,
    stop: () => source.stop(),
    [Symbol.asyncDispose]: () => source[Symbol.asyncDispose](),
  }
}

function tell(news: SilenceNews | null, { warn, stop }: Rules): void {
  switch (news?.type) {
    case 'announce': {
      const seconds = Math.round(news.inMs / 1000)
      const message = `Nobody speaks any more. Recording stops in ${seconds} s unless something is heard.`
      return warn(wholeWarning('silence_ends_soon', message))
    }
    case 'cancelled':
      return warn(
        wholeWarning('silence_ends_soon', 'Something is heard again: recording goes on.', true),
      )
    case 'stop':
      return stop()
    case undefined:
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
