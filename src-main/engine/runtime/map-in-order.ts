/**
 * Works on up to `count` items at the same time and yields the results in the order of the items. An
 * error reaches the consumer in its place.
 */
export async function* mapInOrder<Item, Result>(
  items: AsyncIterable<Item>,
  count: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<readonly [Item, Result], void, undefined> {
  const begun: Array<readonly [Item, Promise<Result>]> = []
  async function first(): Promise<readonly [Item, Result] | null> {
    const [next] = begun.splice(0, 1)
    return next ? [next[0], await next[1]] : null
  }
  for await (const item of items) {
    const result = work(item)
    // Reported when its turn comes; until then it must not count as unhandled.
    result.catch(() => {})
    begun.push([item, result])
    if (begun.length < count) continue
    const done = await first()
    if (done) yield done
  }
  for (let done = await first(); done; done = await first()) yield done
}
