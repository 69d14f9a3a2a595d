import { AlertDialog } from '@base-ui/react/alert-dialog'
import { useRef } from 'react'
import { useSpeech } from './app-context.ts'
import { Button } from './button.tsx'
import { overLook, veilLook } from './over-look.ts'

interface Props {
  readonly title: string
  readonly why: string
  readonly yes: string
  readonly onYes: () => void
  readonly onNo: () => void
}

/** Asks before something is done for good. The safe answer has the focus. */
export function Confirm({ title, why, yes, onYes, onNo }: Props) {
  const { t } = useSpeech()
  const safe = useRef<HTMLButtonElement>(null)
  return (
    <AlertDialog.Root open onOpenChange={(open) => !open && onNo()}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={veilLook} />
        <AlertDialog.Popup
          data-over
          initialFocus={safe}
          className={`${overLook} w-[min(26rem,calc(100vw-2rem))] gap-2 overflow-y-auto p-5`}
        >
          <AlertDialog.Title className="text-title font-semibold">{title}</AlertDialog.Title>
          <AlertDialog.Description className="text-quiet">{why}</AlertDialog.Description>
          <div className="mt-3 flex flex-wrap justify-end gap-2">
            <Button ref={safe} onClick={onNo}>
              {t('page.cancel')}
            </Button>
            <Button kind="danger" onClick={onYes}>
              {yes}
            </Button>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
