import type { LucideIcon } from 'lucide-react'
import type { ComponentProps } from 'react'
import { keysOf, type ShortcutId, toldKeys } from '../state/shortcuts.ts'
import { type ButtonKind, buttonLook, type ButtonSize } from './button-look.ts'
import { isMac, Kbd } from './kbd.tsx'

interface Props extends Omit<ComponentProps<'button'>, 'className'> {
  readonly kind?: ButtonKind
  readonly size?: ButtonSize
  readonly icon?: LucideIcon
  /** Shown on the button and told to screen readers; `useShortcut` makes the keys work. */
  readonly shortcut?: ShortcutId
}

/** A button with a text, and a small drawing of the same where it helps. */
export function Button({ kind, size, icon: Icon, shortcut, children, ...others }: Props) {
  return (
    <button
      type="button"
      {...(shortcut && { 'aria-keyshortcuts': toldKeys(shortcut, isMac) })}
      {...others}
      className={buttonLook(kind, size)}
    >
      {Icon && <Icon className="size-4.5 flex-none" aria-hidden="true" />}
      {children}
      {shortcut && <Kbd keys={keysOf(shortcut)} toldElsewhere />}
    </button>
  )
}
