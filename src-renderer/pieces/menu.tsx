import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'

interface Props {
  readonly label: ReactNode
  readonly children: ReactNode
}

/** A button that opens a short list of buttons. Arrow keys move, Escape and a click elsewhere close. */
export function Menu({ label, children }: Props) {
  const [open, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const [listId, buttonId] = [useId(), useId()]
  useClickOutside(box, open, () => setOpen(false))
  useEffect(() => {
    if (open) entries(box.current)[0]?.focus()
  }, [open])

  function close(): void {
    setOpen(false)
    button.current?.focus()
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (!open) return
    if (event.key === 'Escape') {
      event.preventDefault()
      close()
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const all = entries(box.current)
    const at = all.findIndex((entry) => entry === document.activeElement)
    all.at((at + step) % all.length)?.focus()
  }

  return (
    <div className="menu" ref={box} onKeyDown={onKeyDown}>
      <button
        type="button"
        ref={button}
        id={buttonId}
        className="button"
        aria-expanded={open}
        aria-haspopup="menu"
        aria-controls={listId}
        onClick={() => setOpen(!open)}
      >
        {label}
      </button>
      <div
        className="menu-list"
        id={listId}
        role="menu"
        aria-labelledby={buttonId}
        hidden={!open}
        onClick={close}
      >
        {children}
      </div>
    </div>
  )
}

function entries(box: HTMLElement | null): readonly HTMLElement[] {
  return [...(box?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])]
}

function useClickOutside(
  box: React.RefObject<HTMLElement | null>,
  active: boolean,
  leave: () => void,
): void {
  useEffect(() => {
    if (!active) return
    const onPointer = (event: Event): void => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) leave()
    }
    document.addEventListener('pointerdown', onPointer)
    document.addEventListener('focusin', onPointer)
    return () => {
      document.removeEventListener('pointerdown', onPointer)
      document.removeEventListener('focusin', onPointer)
    }
  })
}
