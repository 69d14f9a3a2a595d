import type { EditEntry } from '#contract/edit.ts'

/** The history of a meeting for a terminal: a line for each entry, with the first thing it changed. */
export function historyLines(entries: readonly EditEntry[]): string[] {
  if (entries.length === 0) return ['Nothing was changed in this meeting.']
  return entries.map((entry) => {
    const { id, at, author, what, of, state, segments, changes } = entry
    const [first] = changes
    const when = at.slice(0, 16).replace('T', ' ')
    const about = of === null ? what : `${what} ${of}`
    const gone = state === 'undone' || state === 'dropped' ? ` (${state})` : ''
    const more = segments > 1 ? `  and ${segments - 1} more` : ''
    const change = first ? `${shown(first.before)} -> ${shown(first.after)}${more}` : ''
    return `${String(id).padStart(4)}  ${when}  ${author.padEnd(6)}  ${about}${gone}  ${change}`.trimEnd()
  })
}

function shown(text: string | null): string {
  if (text === null) return '-'
  const line = text.replaceAll('\n', ' | ')
  return JSON.stringify(line.length > 60 ? `${line.slice(0, 59)}…` : line)
}
