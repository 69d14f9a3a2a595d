/** What a person writes beside a meeting, from the terminal. */
import { AppError } from '#contract/errors.ts'
import type { Note } from '#contract/note.ts'
import { type Context, inputFor } from './context.ts'
import { parseDuration } from './duration.ts'
import { exitCodes } from './exit-codes.ts'
import { findMeeting } from './find-meeting.ts'
import { clockTime } from './progress.ts'

export interface NoteOptions {
  readonly at?: string
}

/** Writes a note; without words it is a bookmark. */
export async function addNote(
  named: string,
  words: readonly string[],
  { at }: NoteOptions,
  context: Context,
): Promise<number> {
  const atMs = at === undefined ? null : parsePlace(at)
  const text = words.join(' ').trim()
  const kind = text === '' ? 'bookmark' : 'note'
  await using engine = await context.openEngine('write')
  const meetingId = findMeeting(await engine.api['meeting.list']({}), named)
  const note = await engine.api['note.add'](inputFor('note.add', { meetingId, atMs, kind, text }))
  context.terminal.result(context.json ? JSON.stringify(note, null, 2) : noteLine(note))
  return exitCodes.done
}

export async function listNotes(named: string, context: Context): Promise<number> {
  await using engine = await context.openEngine('read')
  const meetingId = findMeeting(await engine.api['meeting.list']({}), named)
  const notes = await engine.api['note.list']({ meetingId })
  if (context.json) context.terminal.result(JSON.stringify(notes, null, 2))
  else for (const note of notes) context.terminal.result(noteLine(note))
  if (notes.length === 0) context.terminal.say('No notes yet. Write one: rtstt note last TEXT')
  return exitCodes.done
}

/** A place and what was noted there. */
function noteLine({ atMs, kind, text }: Note): string {
  const words = [kind === 'bookmark' ? 'Bookmark' : '', text].filter((part) => part !== '')
  return `${clockTime(atMs).padStart(7)}  ${words.join(': ')}`
}

/** Milliseconds of `1:05`, `1:02:03`, or of a length such as `90s` or `10m`. */
export function parsePlace(text: string): number {
  const clock = /^(?:(\d+):)?(\d+):([0-5]?\d(?:\.\d+)?)$/.exec(text.trim())
  if (clock) {
    const [, hours = '0', minutes = '0', seconds = '0'] = clock
    return Math.round((Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000)
  }
  const ms = /^0+s?$/.test(text.trim()) ? 0 : parseDuration(text)
  if (ms !== null) return ms
  const message = `--at takes a place in the meeting, such as 1:05, 1:02:03 or 90s, not ${text}.`
  throw new AppError('invalid_input', message)
}
