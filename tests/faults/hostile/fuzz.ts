/** Throws many hostile things at one place, and says what it came to as a row of the table. */
import fc from 'fast-check'
import { AppError } from '../../../src-main/contract/errors.ts'
import type { Row, Trial } from '../fault.ts'

/** More than this at any moment is memory that hostile content asked for. */
const mostGrowthBytes = 512 * 1024 ** 2

interface Target<T> {
  readonly title: string
  readonly cases: number
  readonly of: fc.Arbitrary<T>
  /** Throws, or tells a promise that was broken; an `AppError` is a good answer. */
  readonly meet: (hostile: T) => void | string | Promise<void | string>
}

/** `share` of the cases in the short form; the long form has ten times as many. */
export async function fuzz<T>(target: Target<T>, { long, seed, say }: Trial): Promise<Row> {
  const cases = long ? target.cases * 10 : target.cases
  const before = namesOfAllObjects()
  const startBytes = process.memoryUsage.rss()
  let mostBytes = startBytes
  let met = 0
  const property = fc.asyncProperty(target.of, async (hostile) => {
    if (met++ % 256 === 0) mostBytes = Math.max(mostBytes, process.memoryUsage.rss())
    const told = await answer(target.meet, hostile)
    if (told) throw new Error(told)
  })
  const result = await fc.check(property, { numRuns: cases, seed })
  const broken: string[] = []
  if (result.failed) {
    // The seed finds it again; what was thrown may be long.
    const why = result.errorInstance instanceof Error ? result.errorInstance.message : 'unknown'
    const input = fc.stringify(result.counterexample).slice(0, 300)
    broken.push(
      `${why.slice(0, 300)} (seed ${result.seed}, path ${result.counterexamplePath}: ${input})`,
    )
  }
  if (namesOfAllObjects() !== before) broken.push('the prototype of all objects was changed')
  if (mostBytes - startBytes > mostGrowthBytes)
    broken.push(`memory grew by ${Math.round((mostBytes - startBytes) / 1024 ** 2)} MB`)
  say(`${target.title}: ${met}`)
  return { fault: target.title, tried: met, recoveredMs: null, lost: null, broken }
}

async function answer<T>(meet: Target<T>['meet'], hostile: T): Promise<string | void> {
  try {
    return await meet(hostile)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
  }
}

function namesOfAllObjects(): string {
  return [Object.prototype, Array.prototype, Function.prototype]
    .map((prototype) => Reflect.ownKeys(prototype).map(String).join())
    .join('|')
}
