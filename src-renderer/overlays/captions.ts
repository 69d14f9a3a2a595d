/** The captions over other windows. Drawn without a library: the window is small, and so is what it loads. */
import { captionLines } from './caption-lines.ts'
import { followEngine, texts } from './follow-engine.ts'
import type { OverlayState } from './overlay-state.ts'
import './overlays.css'

document.title = texts.captions
const root = document.querySelector('main') ?? document.body
root.className = 'captions'
root.append(element('h1', 'unseen', texts.captions))
const log = document.createElement('div')
log.className = 'lines'
log.setAttribute('role', 'log')
log.setAttribute('aria-label', texts.captions)
root.append(log)

followEngine((state) => {
  root.dataset['contrast'] = state.captions.contrast
  root.dataset['position'] = state.captions.position
  root.style.setProperty('--caption-size', `${state.captions.sizePx}px`)
  const lines = captionLines(state)
  log.replaceChildren(
    ...(lines.length > 0
      ? lines.map(({ track, speaker, settled, unsettled }) => {
          const line = element('p', `line ${track}`)
          line.append(element('span', 'voice', speaker ?? texts.voices[track]), ' ')
          if (settled !== '') line.append(element('span', 'settled', settled), ' ')
          // It changes several times a second: who hears the page is told settled words only.
          const guess = element('span', 'unsettled', unsettled)
          guess.ariaHidden = 'true'
          if (unsettled !== '') line.append(guess)
          return line
        })
      : [element('p', 'line hint', hint(state))]),
  )
})

function hint({ link, meeting }: OverlayState): string {
  if (link === 'lost') return texts.away
  return meeting ? texts.quiet : texts.waiting
}

function element(name: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(name)
  made.className = className
  made.textContent = text
  return made
}
