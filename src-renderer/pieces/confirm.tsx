import { useEffect, useId, useRef } from 'react'
import { useSpeech } from './app-context.ts'

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
  const dialog = useRef<HTMLDialogElement>(null)
  const [titleId, whyId] = [useId(), useId()]
  useEffect(() => dialog.current?.showModal(), [])

  return (
    <dialog ref={dialog} onClose={onNo} aria-labelledby={titleId} aria-describedby={whyId}>
      <h2 id={titleId}>{title}</h2>
      <p id={whyId}>{why}</p>
      <div className="row end">
        <button type="button" className="button" autoFocus onClick={onNo}>
          {t('page.cancel')}
        </button>
        <button type="button" className="button danger" onClick={onYes}>
          {yes}
        </button>
      </div>
    </dialog>
  )
}
