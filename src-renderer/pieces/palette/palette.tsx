import { Dialog } from '@base-ui/react/dialog'
import { useSpeech } from '../app-context.ts'
import { overLook, veilLook } from '../over-look.ts'
import { PaletteBody } from './palette-body.tsx'

interface Props {
  readonly open: boolean
  readonly onClose: () => void
  readonly onHelp: () => void
}

/** Everything that can be done or found, by a few letters and without a mouse. */
export function Palette({ open, onClose, onHelp }: Props) {
  const { t } = useSpeech()
  return (
    <Dialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={veilLook} />
        <Dialog.Popup
          data-over
          aria-label={t('palette.title')}
          className={`${overLook} top-[10dvh] max-h-[80dvh] w-[min(40rem,calc(100vw-2rem))] translate-y-0 overflow-hidden`}
        >
          <PaletteBody onClose={onClose} onHelp={onHelp} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
