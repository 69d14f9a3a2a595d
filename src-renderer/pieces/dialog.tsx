import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import type { ReactNode, RefObject } from 'react'
import { useSpeech } from './app-context.ts'
import { overLook, veilLook } from './over-look.ts'
import { IconButton } from './icon-button.tsx'

interface Props {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: string
  /** What it is about, in a sentence. */
  readonly why?: string
  readonly width?: 'normal' | 'wide'
  /** Has the focus first; else the button that closes has. */
  readonly first?: RefObject<HTMLElement | null>
  readonly children: ReactNode
  /** The buttons below. */
  readonly actions?: ReactNode
}

const widths = {
  normal: 'w-[min(30rem,calc(100vw-2rem))]',
  wide: 'w-[min(56rem,calc(100vw-2rem))]',
}

/** Something to do or read before going on; the focus stays in it and returns to where it was. */
export function Dialog(props: Props) {
  const { open, onClose, title, why, width = 'normal', first, children, actions } = props
  const { t } = useSpeech()
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Backdrop className={veilLook} />
        <Base.Popup
          data-over
          {...(first && { initialFocus: first })}
          className={`${overLook} ${widths[width]}`}
        >
          <div className="flex items-start justify-between gap-4 p-5 pb-2">
            <Base.Title className="text-title font-semibold">{title}</Base.Title>
            <Base.Close
              render={<IconButton icon={X} name={t('page.close')} size="small" hint={false} />}
            />
          </div>
          <div className="grid min-h-0 flex-1 gap-4 overflow-y-auto px-5 pb-5">
            {why && <Base.Description className="text-quiet">{why}</Base.Description>}
            {children}
          </div>
          {actions && (
            <div className="flex flex-wrap justify-end gap-2 border-t border-line p-4">
              {actions}
            </div>
          )}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
