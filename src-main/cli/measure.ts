import type { ComputerMeasure, MeasuredModel } from '#contract/performance.ts'
import type { Context } from './context.ts'
import { exitCodes } from './exit-codes.ts'

/** Measures what each speech model does on this computer. */
export async function measure(context: Context): Promise<number> {
  const { terminal, json } = context
  await using engine = await context.openEngine('write')
  engine.subscribe((event) => {
    if (event.type !== 'computer.progressed' || json) return
    terminal.say(`${event.done} of ${event.total}: ${lineOf(event.model)}`)
  })
  const result = await engine.api['computer.measure']({ models: 'all' })
  if (json) terminal.result(JSON.stringify(result, null, 2))
  else for (const line of measureLines(result)) terminal.result(line)
  return exitCodes.done
}

function measureLines({ models, foreseen, recommended }: ComputerMeasure): string[] {
  return [
    ...models.map(lineOf),
    ...foreseen.map(
      ({ modelId, backend, speed }) =>
        `${modelId} on ${backend}: about ${speed.toPrecision(2)} times, foreseen`,
    ),
    recommended === null
      ? 'No real model was measured or foreseen that keeps up with a call here with room to spare.'
      : `Recommended: ${recommended}`,
  ]
}

function lineOf({ modelId, backend, problem, ...figures }: MeasuredModel): string {
  const where = `${modelId} on ${backend}`
  if (problem !== null) return `${where}: ${problem}`
  const { speed, lookMs, wordErrors, memoryBytes } = figures
  const told = [
    speed === null ? null : `${speed.toPrecision(3)} times`,
    lookMs && `a look ${Math.round(lookMs.median)} ms, at most ${Math.round(lookMs.longest)} ms`,
    wordErrors === null ? null : `${Math.round(wordErrors * 100)} % wrong words`,
    memoryBytes === null ? null : `${Math.round(memoryBytes / 1e6)} MB`,
  ]
  return `${where}: ${told.filter((part) => part !== null).join(', ')}`
}
