import { Popover as Base } from '@base-ui/react/popover'
import type { ReactElement, ReactNode } from 'react'
import { besideLook } from './over-look.ts'

interface Props {
  /** The button that opens it. */
  readonly button: ReactElement
  readonly title: string
  readonly children: ReactNode
}

/** A button that opens something small beside it, to read or to set. */
export function Popover({ button, title, children }: Props) {
  return (
    <Base.Root>
      <Base.Trigger render={button} />
      <Base.Portal>
        <Base.Positioner sideOffset={6} className="z-50">
          <Base.Popup data-over className={`${besideLook} grid w-80 gap-2 p-4`}>
            <Base.Title className="text-base font-semibold">{title}</Base.Title>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
