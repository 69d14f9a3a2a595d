/**
 * Lets a producer run up to `count` items ahead of its consumer, so that the two work at the same time.
 * An error of the producer reaches the consumer in its place in the order.
 */
export async function* ahead<Item>(
  items: AsyncIterable<Item>,
  count: number,
): AsyncGenerator<Item, void, undefined> {
  const iterator = items[Symbol.asyncIterator]()
  const waiting: Array<Promise<IteratorResult<Item>>> = []
  const ask = (): void => {
    const next = iterator.next()
    // Reported when its turn comes; until then it must not count as unhandled.
    next.catch(() => {})
    waiting.push(next)
  }
  try {
    for (let asked = 0; asked <= count; asked++) ask()
    for (;;) {
      const result = await waiting.shift()
      if (!result || result.done) return
      ask()
      yield result.value
    }
  } finally {
    await iterator.return?.()
  }
}
