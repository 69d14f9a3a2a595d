/**
 * The bytes of an answer between the network, which pushes, and the disk, which pulls. A stream would
 * throw away what it holds when the connection breaks; here every byte that came is handed on first.
 */

export interface Flow {
  pause(): void
  resume(): void
}

export interface BodyQueue extends AsyncIterable<Uint8Array> {
  push(bytes: Uint8Array): void
  /** No more will come: all is well, or `error` is why not. */
  end(error: unknown): void
}

/** Beyond `mostBytes` the network is asked to pause. */
export function bodyQueue(flow: Flow, mostBytes: number): BodyQueue {
  const chunks: Uint8Array[] = []
  let queuedBytes = 0
  let isPaused = false
  let ending: { readonly error: unknown } | null = null
  let news = Promise.withResolvers<void>()

  function tell(): void {
    news.resolve()
    news = Promise.withResolvers()
  }

  function take(): Uint8Array | undefined {
    const bytes = chunks.shift()
    queuedBytes -= bytes?.length ?? 0
    if (isPaused && queuedBytes < mostBytes / 2) {
      isPaused = false
      flow.resume()
    }
    return bytes
  }

  return {
    push(bytes) {
      chunks.push(bytes)
      queuedBytes += bytes.length
      if (!isPaused && queuedBytes >= mostBytes) {
        isPaused = true
        flow.pause()
      }
      tell()
    },
    end(error) {
      ending ??= { error }
      tell()
    },
    async *[Symbol.asyncIterator]() {
      for (;;) {
        const bytes = take()
        if (bytes) yield bytes
        else if (!ending) await news.promise
        else if (ending.error === null) return
        else throw ending.error
      }
    },
  }
}
