import { Mic, MicOff, Pause, Play, Square, type IconNode } from './pill-icons.ts'
import { texts } from './follow-engine.ts'

type Deed = 'stop' | 'pause' | 'resume' | 'mute' | 'unmute'

const icons: Readonly<Record<Deed, IconNode>> = {
  stop: Square,
  pause: Pause,
  resume: Play,
  mute: Mic,
  unmute: MicOff,
}

export interface PillButton {
  readonly button: HTMLButtonElement
  show(deed: Deed, isEnabled: boolean): void
}

/** A button that is a picture with a name; it cannot be pressed again before its answer came. */
export function pillButton(first: Deed, press: () => Promise<void>): PillButton {
  const button = document.createElement('button')
  let isBusy = false
  let isEnabled = false
  let shown: Deed | null = null
  const enable = (): void => void (button.disabled = isBusy || !isEnabled)

  function show(deed: Deed, enabled: boolean): void {
    isEnabled = enabled
    enable()
    if (deed === shown) return
    shown = deed
    button.className = `deed ${deed}`
    button.ariaLabel = texts[deed]
    button.title = texts[deed]
    button.replaceChildren(picture(icons[deed]))
  }

  button.type = 'button'
  button.addEventListener('click', () => {
    isBusy = true
    enable()
    // What went wrong is told as a notification, and stands on the page.
    void press()
      .catch(() => {})
      .finally(() => {
        isBusy = false
        enable()
      })
  })
  show(first, false)
  return { button, show }
}

const svg = 'http://www.w3.org/2000/svg'

function picture(node: IconNode): SVGElement {
  const made = document.createElementNS(svg, 'svg')
  made.setAttribute('viewBox', '0 0 24 24')
  made.ariaHidden = 'true'
  for (const [name, attributes] of node) {
    const part = document.createElementNS(svg, name)
    for (const [key, value] of Object.entries(attributes)) part.setAttribute(key, value)
    made.append(part)
  }
  return made
}
