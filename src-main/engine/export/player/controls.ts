/** The bar that plays: its buttons, the place, the speed, and whether the text follows. */
import { clock, make } from './elements.ts'
import type { Texts } from './texts.ts'

export interface Controls {
  readonly element: HTMLElement
  readonly follow: HTMLInputElement
  /** Shows where the sound is. */
  show(ms: number, playing: boolean): void
  ready(): void
  broken(): void
}

interface Wishes {
  readonly toggle: () => void
  readonly move: (byMs: number) => void
  readonly seek: (ms: number) => void
  readonly speed: (rate: number) => void
}

const speeds = [0.75, 1, 1.25, 1.5, 1.75, 2]

export function makeControls(durationMs: number, texts: Texts, wishes: Wishes): Controls {
  const button = (sign: string, name: string, act: () => void): HTMLButtonElement => {
    const element = make('button', { type: 'button', 'aria-label': name, title: name }, sign)
    element.disabled = true
    element.addEventListener('click', act)
    return element
  }
  const play = button('▶', texts.play, wishes.toggle)
  const back = button('−5', texts.back, () => wishes.move(-5000))
  const forward = button('+5', texts.forward, () => wishes.move(5000))
  const place = make('input', {
    type: 'range',
    min: '0',
    max: String(durationMs),
    step: '100',
    value: '0',
    'aria-label': texts.place,
  })
  place.addEventListener('input', () => wishes.seek(Number(place.value)))
  const time = make('span', { class: 'figures' }, `${clock(0)} / ${clock(durationMs)}`)
  const rates = speeds.map((rate) => make('option', { value: String(rate) }, `${rate}×`))
  const speed = make('select', { 'aria-label': texts.speed }, ...rates)
  speed.value = '1'
  speed.addEventListener('change', () => wishes.speed(Number(speed.value)))
  const follow = make('input', { type: 'checkbox' })
  follow.checked = true
  const state = make('span', { role: 'status', class: 'state' }, texts.loading)
  const element = make(
    'section',
    { 'aria-label': texts.player, class: 'player', title: texts.keys },
    back,
    play,
    forward,
    place,
    time,
    speed,
    make('label', {}, follow, ' ', texts.follow),
    state,
  )
  return {
    element,
    follow,
    show(ms, playing) {
      place.value = String(ms)
      place.setAttribute('aria-valuetext', clock(ms))
      time.textContent = `${clock(ms)} / ${clock(durationMs)}`
      const name = playing ? texts.pause : texts.play
      if (play.title === name) return
      play.textContent = playing ? '❚❚' : '▶'
      play.title = name
      play.setAttribute('aria-label', name)
    },
    ready() {
      state.textContent = ''
      for (const one of [play, back, forward]) one.disabled = false
    },
    broken() {
      state.textContent = texts.broken
    },
  }
}
