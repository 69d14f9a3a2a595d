import { make } from './elements.ts'
import { findHits, type Hit, type Searchable } from './search.ts'
import type { Texts } from './texts.ts'

/** The field that finds words. Enter goes on, Shift and Enter back, Escape lets go. */
export function makeSearchBar(
  paragraphs: readonly Searchable[],
  texts: Texts,
): { readonly element: HTMLElement; readonly field: HTMLInputElement } {
  const field = make('input', {
    type: 'search',
    'aria-label': texts.search,
    placeholder: texts.search,
    'aria-keyshortcuts': '/',
  })
  const count = make('span', { role: 'status', class: 'figures' })
  let hits: readonly Hit[] = []
  let at = -1

  const mark = (hit: Hit | undefined, name: string, on: boolean): void => {
    for (const word of hit?.words ?? []) word.classList.toggle(name, on)
  }
  const step = (by: 1 | -1): void => {
    if (hits.length === 0) return
    mark(hits[at], 'at', false)
    at = (at + by + hits.length) % hits.length
    mark(hits[at], 'at', true)
    hits[at]?.words[0]?.scrollIntoView({ block: 'center' })
    count.textContent = texts.found(at + 1, hits.length)
  }
  field.addEventListener('input', () => {
    for (const hit of hits) {
      mark(hit, 'hit', false)
      mark(hit, 'at', false)
    }
    hits = findHits(paragraphs, field.value)
    for (const hit of hits) mark(hit, 'hit', true)
    at = -1
    count.textContent = field.value.trim() !== '' && hits.length === 0 ? texts.none : ''
    step(1)
  })
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') step(event.shiftKey ? -1 : 1)
    if (event.key !== 'Escape') return
    field.value = ''
    field.dispatchEvent(new Event('input'))
    field.blur()
  })
  const button = (sign: string, name: string, by: 1 | -1): HTMLButtonElement => {
    const element = make('button', { type: 'button', 'aria-label': name, title: name }, sign)
    element.addEventListener('click', () => step(by))
    return element
  }
  const element = make(
    'div',
    { role: 'search', class: 'search' },
    field,
    button('↑', texts.previous, -1),
    button('↓', texts.next, 1),
    count,
  )
  return { element, field }
}
