/** Summary and insights, each statement with links to the places on which it rests. */
import type { PlayerLine, PlayerPart } from './content.ts'
import { clock, make } from './elements.ts'
import type { Texts } from './texts.ts'

/** Null where nothing is known. */
export function showOverview(parts: readonly PlayerPart[], texts: Texts): HTMLElement | null {
  if (parts.length === 0) return null
  const shown = parts.map((part) => showPart(part, texts))
  return make('section', { 'aria-label': texts.overview, class: 'overview' }, ...shown)
}

function showPart(part: PlayerPart, texts: Texts): HTMLElement {
  switch (part.kind) {
    case 'heading':
      return make(part.level === 1 ? 'h2' : 'h3', { dir: 'auto' }, part.text)
    case 'remark':
      return make('p', { class: 'remark', dir: 'auto' }, part.text)
    case 'lines':
    case 'moments':
      return make('ul', {}, ...part.lines.map((line) => showLine(line, texts)))
    case 'tasks':
      return make(
        'ul',
        { class: 'tasks' },
        ...part.tasks.map((task) => {
          const facts = [task.owner, task.due, task.done ? texts.done : null]
          const aside = facts.filter((fact) => fact !== null).join(' · ')
          return showLine({ ...task, aside: aside === '' ? null : aside }, texts)
        }),
      )
    case 'terms':
      return make('p', { dir: 'auto' }, part.terms.join(', '))
  }
}

function showLine({ text, aside, timesMs, below }: PlayerLine, texts: Texts): HTMLLIElement {
  const behind = aside === null ? [] : [' ', make('span', { class: 'aside' }, `(${aside})`)]
  const links = timesMs.flatMap((atMs) => [
    ' ',
    make(
      'button',
      {
        type: 'button',
        class: 'time',
        'data-ms': String(atMs),
        'aria-label': texts.goTo(clock(atMs)),
      },
      clock(atMs),
    ),
  ])
  const answer = below === null ? [] : [make('ul', {}, showLine(below, texts))]
  return make('li', { dir: 'auto' }, text, ...behind, ...links, ...answer)
}
