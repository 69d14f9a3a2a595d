/** Summary and insights as plain text. */
import type { Line, Part } from './outline.ts'
import { timeMark } from './time-marks.ts'

/** Blocks to be parted by empty lines; headings in capitals, because plain text has nothing else. */
export function textBlocks(parts: readonly Part[], times: boolean): string[] {
  return parts.map((part) => {
    switch (part.kind) {
      case 'heading':
        return part.level === 1 ? part.text.toUpperCase() : part.text
      case 'remark':
        return `(${part.text})`
      case 'lines':
      case 'moments':
        return part.lines.map((line) => bullet(line, times)).join('\n')
      case 'tasks':
        return part.tasks
          .map((task) => {
            const facts = [task.owner, task.due].filter((fact) => fact !== null)
            const aside = facts.length === 0 ? null : facts.join('; ')
            return `[${task.done ? 'x' : ' '}] ${words({ ...task, aside }, times)}`
          })
          .join('\n')
      case 'terms':
        return part.terms.join(', ')
    }
  })
}

function bullet(line: Line, times: boolean): string {
  const answer = line.below === null ? '' : `\n  - ${words(line.below, times)}`
  return `- ${words(line, times)}${answer}`
}

function words({ text, aside, timesMs }: Line, times: boolean): string {
  const marks = times ? timesMs.map((atMs) => ` [${timeMark(atMs)}]`).join('') : ''
  return `${text}${aside === null ? '' : ` (${aside})`}${marks}`
}
