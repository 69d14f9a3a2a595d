import { anywhere, type NoteHit } from '#contract/ask.ts'
import type { CommandInput } from '#contract/commands.ts'
import type { SearchHit } from '#contract/meeting.ts'
import { type Context, type Engine, inputFor } from './context.ts'
import { exitCodes } from './exit-codes.ts'
import { clockTime } from './progress.ts'
import { whereToLook, type WhereOptions } from './where-to-look.ts'

/** Finds what was said, by its words and by its meaning. */
export async function search(
  query: string,
  options: WhereOptions,
  context: Context,
): Promise<number> {
  await using engine = await context.openEngine('read')
  const filters = await whereToLook(options, engine)
  const result = await find(engine, { query, filters, limit: 50 })
  if (context.json) context.terminal.result(JSON.stringify(result, null, 2))
  else tellHits(result.hits, context, result.notes)
  if (result.without !== null) context.terminal.say(`(${result.without})`)
  return exitCodes.done
}

/** By its older name, whose JSON is the places alone. */
export async function searchMeetings(query: string, context: Context): Promise<number> {
  await using engine = await context.openEngine('read')
  const { hits } = await find(engine, { query, filters: anywhere, limit: 50 })
  if (context.json) context.terminal.result(JSON.stringify(hits, null, 2))
  else tellHits(hits, context)
  return exitCodes.done
}

function find({ api }: Engine, asked: Record<keyof CommandInput<'search.find'>, unknown>) {
  return api['search.find'](inputFor('search.find', asked))
}

function tellHits(
  hits: readonly SearchHit[],
  { terminal }: Context,
  notes: readonly NoteHit[] = [],
): void {
  for (const hit of notes) terminal.result(noteHitLine(hit, terminal.live))
  for (const hit of hits) terminal.result(hitLine(hit, terminal.live))
  if (hits.length === 0 && notes.length === 0) terminal.say('Nothing found.')
}

/** A place in one line; `live`: for a person's eyes, with the words that were looked for in bold. */
export function hitLine(
  { meetingId, meetingTitle, segment, snippet }: SearchHit,
  live: boolean,
): string {
  const place = `${meetingId}  ${clockTime(segment.startMs).padStart(7)}  ${meetingTitle}`
  return `${place}: ${marked(snippet, live)}`
}

function noteHitLine({ meetingTitle, note, snippet }: NoteHit, live: boolean): string {
  const place = `${note.meetingId}  ${clockTime(note.atMs).padStart(7)}  ${meetingTitle}`
  return `${place} (note): ${marked(snippet, live)}`
}

function marked(snippet: string, live: boolean): string {
  const [open, close] = live ? ['\u001B[1m', '\u001B[22m'] : ['', '']
  return snippet.replaceAll('\u0002', open).replaceAll('\u0003', close)
}
