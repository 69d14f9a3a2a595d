/** Summary and insights in Markdown: each statement with the time of the sentence on which it rests. */
import { escaped } from './escape-markdown.ts'
import type { Line, Part, Task } from './outline.ts'
import { timeMark } from './time-marks.ts'

/** Blocks to be parted by empty lines. */
export function markdownBlocks(parts: readonly Part[], times: boolean): string[] {
  return parts.map((part) => block(part, times))
}

function block(part: Part, times: boolean): string {
  switch (part.kind) {
    case 'heading':
      return `${part.level === 1 ? '##' : '###'} ${escaped(part.text)}`
    case 'remark':
      return `*${escaped(part.text)}*`
    case 'lines':
      return part.lines.map((line) => bullet(line, times)).join('\n')
    case 'moments':
      return part.lines
        .map(({ timesMs: [atMs], text }) => {
          const mark = times && atMs !== undefined ? `\`${timeMark(atMs)}\` ` : ''
          return `- ${mark}${escaped(text)}`
        })
        .join('\n')
    case 'tasks':
      return part.tasks.map((task) => box(task, times)).join('\n')
    case 'terms':
      return part.terms.map(escaped).join(', ')
  }
}

function bullet(line: Line, times: boolean): string {
  const { text, aside, below } = line
  const behind = aside === null ? '' : ` (${escaped(aside)})`
  const answer = below === null ? '' : `\n  - ${escaped(below.text)}${marksOf(below, times)}`
  return `- ${escaped(text)}${behind}${marksOf(line, times)}${answer}`
}

function box(task: Task, times: boolean): string {
  const facts = [task.owner, task.due].filter((fact) => fact !== null).map(escaped)
  const behind = facts.length === 0 ? '' : ` (${facts.join('; ')})`
  return `- [${task.done ? 'x' : ' '}] ${escaped(task.text)}${behind}${marksOf(task, times)}`
}

function marksOf({ timesMs }: Line, times: boolean): string {
  return times ? timesMs.map((atMs) => ` \`${timeMark(atMs)}\``).join('') : ''
}
