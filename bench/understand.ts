/** Whether meetings are understood: rules on generated meetings, how soon it is seen, and what a model may claim. */
import { AppError } from '#contract/errors.ts'
import { readByRules } from '#engine/read-by-rules.ts'
import type { Bench } from './figures.ts'
import { measureCitations } from './understand/measure-citations.ts'
import { measureFloor } from './understand/measure-floor.ts'
import { measureHour } from './understand/measure-hour.ts'
import { measureLong } from './understand/measure-long.ts'
import { measurePanel } from './understand/measure-panel.ts'
import { benchFullText, benchSearchByMeaning } from './understand/measure-search.ts'

const progress = (line: string): void => void process.stderr.write(`${line}\n`)

const parts: Readonly<Record<string, () => Bench | Promise<Bench>>> = {
  floor: measureFloor,
  panel: () => measurePanel(readByRules),
  hour: measureHour,
  citations: measureCitations,
  long: measureLong,
  search: () => benchSearchByMeaning(progress),
  text: () => benchFullText(progress),
}

/** All of it, or one part by its name. */
export async function benchUnderstand(name: string | null): Promise<Bench> {
  if (name !== null && !(name in parts))
    throw new AppError('invalid_input', `--part takes one of ${Object.keys(parts).join(', ')}.`)
  const measured: Bench[] = []
  for (const [part, measure] of Object.entries(parts))
    if (name === null || part === name) measured.push(await measure())
  return {
    title: measured.map(({ title }) => title).join('\n'),
    figures: measured.flatMap(({ figures }) => figures),
    table: measured.flatMap(({ table }) => table),
  }
}
