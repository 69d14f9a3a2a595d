import type { SourceEvent } from '../audio/source.ts'

type Levels = Extract<SourceEvent, { type: 'levels' }>

/** Events of several tracks on their way to one reader, in the order in which they were pushed. */
export interface EventQueue {
  push(event: SourceEvent): void
  /** Null while there is room for more sound; else resolves when there is again, or when nobody reads any more. */
  room(): Promise<void> | null
  /** Ends the events after those that are waiting. */
  end(): void
  fail(error: unknown): void
  readonly events: AsyncIterable<SourceEvent>
}

/**
 * Holds `mostSamples` samples for a reader that is slow; who brings more waits for `room`. Of levels only the newest
 * are kept. `started` is called at the first pull, `left` when the reader wants no more.
 */
export function eventQueue(
  mostSamples: number,
  { started, left }: { readonly started: () => void; readonly left: () => void },
): EventQueue {
  const waiting: SourceEvent[] = []
  let levels: Levels | null = null
  let samples = 0
  let over = false
  let failure: { readonly error: unknown } | null = null
  let wakeReader: (() => void) | null = null
  let roomMade = Promise.withResolvers<void>()

  function wake(): void {
    wakeReader?.()
    wakeReader = null
  }

  function finish(): void {
    over = true
    roomMade.resolve()
    wake()
  }

  function take(): SourceEvent | null {
    const event = waiting.shift() ?? levels
    if (event === undefined || event === null) return null
    if (event.type === 'levels') levels = null
    if (event.type === 'samples') {
      const full = samples >= mostSamples
      samples -= event.samples.length
      if (full && samples < mostSamples) {
        roomMade.resolve()
        roomMade = Promise.withResolvers()
      }
    }
    return event
  }

  async function* read(): AsyncGenerator<SourceEvent, void, undefined> {
    started()
    try {
      for (;;) {
        const event = take()
        if (event) yield event
        else if (failure) throw failure.error
        else if (over) return
        else await new Promise<void>((resolve) => (wakeReader = resolve))
      }
    } finally {
      finish()
      left()
    }
  }

  return {
    push(event) {
      if (over) return
      if (event.type === 'levels') levels = event
      else waiting.push(event)
      if (event.type === 'samples') samples += event.samples.length
      wake()
    },
    room: () => (over || samples < mostSamples ? null : roomMade.promise),
    end: finish,
    fail(error) {
      failure ??= { error }
      finish()
    },
    events: read(),
  }
}
