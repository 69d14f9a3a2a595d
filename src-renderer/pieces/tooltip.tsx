import { Tooltip as Base } from '@base-ui/react/tooltip'
import type { ReactElement } from 'react'

interface Props {
  readonly text: string
  /** What it belongs to: an element that can have the focus, and that has a name of its own. */
  readonly children: ReactElement
}

/** Says in words what a drawing means, to whoever points at it or comes to it with the keyboard. */
export function Tooltip({ text, children }: Props) {
  return (
    <Base.Root>
      <Base.Trigger render={children} />
      <Base.Portal>
        <Base.Positioner sideOffset={6} className="z-50">
          <Base.Popup className="max-w-64 rounded-small bg-ink px-2 py-1 text-small text-ground shadow-raised">
            {text}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
