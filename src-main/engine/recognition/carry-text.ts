/** What was said so far on a track, as long as it helps to understand what comes next. */

export interface Carried {
  readonly text: string
  readonly endMs: number
  readonly language: string
}

export const nothingCarried: Carried = { text: '', endMs: 0, language: '' }

/** After so much silence something else may be talked about, and a wrong context invents text. */
const longestSilenceMs = 3_000
/** More than a prompt takes. */
const keptCharacters = 400

interface Committed {
  readonly text: string
  readonly startMs: number
  readonly endMs: number
  readonly language: string
}

/** With a text that was just committed. A refusal of any gate starts from `nothingCarried` instead. */
export function carry(before: Carried, { text, startMs, endMs, language }: Committed): Carried {
  const said = `${carriedTo(before, startMs, language)} ${text}`.trim()
  return { text: said.slice(-keptCharacters), endMs, language }
}

/** What of it counts for a stretch that begins then. */
export function carriedTo(carried: Carried, startMs: number, language: string): string {
  const stale = startMs - carried.endMs > longestSilenceMs || carried.language !== language
  return stale ? '' : carried.text
}
