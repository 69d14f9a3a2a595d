import { type KeyboardEvent, type MouseEvent, type RefObject, useCallback } from 'react'
import type { SoundPlayer } from '../../../client/sound-player.ts'

/**
 * Words by mouse and by keyboard. The text is one stop of the Tab key; from there the arrow keys go from word to word and
 * from segment to segment, and Enter plays from where one is.
 */
export function useWordKeys(list: RefObject<HTMLElement | null>, player: SoundPlayer | null) {
  const onClick = useCallback(
    ({ target }: MouseEvent): void => {
      // Whoever selects text, or follows a link, does not want to hear it.
      if (!(target instanceof Element) || target.closest('a, button, input, textarea')) return
      if (document.getSelection()?.isCollapsed === false) return
      playFrom(target, player)
    },
    [player],
  )
  const onKeyDown = useCallback(
    (event: KeyboardEvent): void => {
      const { target, key } = event
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
      if (!(target instanceof HTMLElement) || !list.current) return
      const word = target.closest<HTMLElement>('.word')
      if (key === 'Enter' && word) playFrom(word, player)
      else if (word || target === list.current) {
        const next = nextWord(list.current, word, key)
        if (!next) return
        goTo(next, word)
      } else return
      event.preventDefault()
    },
    [list, player],
  )
  return { onClick, onKeyDown }
}

function playFrom(element: Element, player: SoundPlayer | null): void {
  const from = element.closest<HTMLElement>('[data-from]')?.dataset['from']
  if (from !== undefined) player?.playFrom(Number(from))
}

function nextWord(list: HTMLElement, word: HTMLElement | null, key: string): HTMLElement | null {
  const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 1, ArrowUp: -1 }[key]
  if (step === undefined) return null
  // From the text itself only sideways: up and down scroll there.
  if (!word) return key === 'ArrowRight' || key === 'ArrowLeft' ? firstInView(list) : null
  if (key === 'ArrowRight' || key === 'ArrowLeft') return beside(list, '.word', word, step)
  const segment = word.closest<HTMLElement>('.segment')
  const other = segment && beside(list, '.segment:has(.word)', segment, step)
  return other?.querySelector<HTMLElement>('.word') ?? null
}

function beside(
  list: HTMLElement,
  selector: string,
  from: HTMLElement,
  step: number,
): HTMLElement | null {
  const all = [...list.querySelectorAll<HTMLElement>(selector)]
  return all[all.indexOf(from) + step] ?? null
}

function firstInView(list: HTMLElement): HTMLElement | null {
  const top = document.querySelector('.top')?.getBoundingClientRect().bottom ?? 0
  const words = [...list.querySelectorAll<HTMLElement>('.word')]
  return words.find((word) => word.getBoundingClientRect().top >= top) ?? words.at(-1) ?? null
}

function goTo(next: HTMLElement, before: HTMLElement | null): void {
  before?.removeAttribute('tabindex')
  next.tabIndex = -1
  next.focus({ preventScroll: true })
  next.scrollIntoView({ block: 'nearest', behavior: 'instant' })
}
