import type { ErrorCode } from '#contract/errors.ts'
import type { Source, SourceEvent } from './audio/source.ts'

/** The same source; what goes wrong in it without ending it is told to people as well as to the ledger. */
export function announcing(
  source: Source,
  warn: (code: ErrorCode, message: string) => void,
): Source {
  async function* events(): AsyncGenerator<SourceEvent, void, undefined> {
    let warned = false
    for await (const event of source.events) {
      // Told for each track of a file, and one sentence is enough for all.
      if (event.type === 'cut_short' && !warned) {
        warned = true
        warn('file_unreadable', cutShort(event.missing))
      }
      yield event
    }
  }
  return {
    tracks: source.tracks,
    totalMs: source.totalMs,
    events: events(),
    stop: () => source.stop(),
    [Symbol.asyncDispose]: () => source[Symbol.asyncDispose](),
  }
}

function cutShort(missing: number | null): string {
  const amount = missing === null ? '' : ` (about ${Math.round(missing / 16_000)} s are missing)`
  return `The sound ended before it should have${amount}. What could be read is kept.`
}
