import { Menu as Base } from '@base-ui/react/menu'
import type { LucideIcon } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import { besideLook, lineLook } from './over-look.ts'

interface Props {
  /** The button that opens it. */
  readonly button: ReactElement
  /** `MenuItem`s, and `MenuLine`s between groups of them. */
  readonly children: ReactNode
  readonly align?: 'start' | 'end'
}

/** A button that opens a short list of things to do. */
export function Menu({ button, children, align = 'start' }: Props) {
  return (
    <Base.Root>
      <Base.Trigger render={button} />
      <Base.Portal>
        <Base.Positioner sideOffset={4} align={align} className="z-50 outline-none">
          <Base.Popup data-over className={`${besideLook} min-w-56 p-1`}>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

interface ItemProps {
  readonly onChoose: () => void
  readonly icon?: LucideIcon
  readonly kind?: 'plain' | 'danger'
  readonly disabled?: boolean
  readonly children: ReactNode
}

/** One thing that a menu offers. */
export function MenuItem({ onChoose, icon: Icon, kind = 'plain', disabled, children }: ItemProps) {
  return (
    <Base.Item
      onClick={onChoose}
      disabled={disabled ?? false}
      className={`${lineLook} ${kind === 'danger' ? 'text-danger' : ''}`}
    >
      {Icon && <Icon className="size-4.5 flex-none" aria-hidden="true" />}
      {children}
    </Base.Item>
  )
}

/** Parts the things a menu offers into groups. */
export function MenuLine() {
  return <Base.Separator className="mx-3 my-1 border-t border-line" />
}
