import { Copy, Printer } from 'lucide-react'
import { useRef, useState } from 'react'
import { useSpeech } from '../../pieces/app-context.ts'
import { Button } from '../../pieces/button.tsx'
import { Dialog } from '../../pieces/dialog.tsx'

interface Props {
  readonly words: readonly string[]
  readonly onClose: () => void
}

/** The recovery phrase, this once: to be written down, copied or printed. */
export function RecoveryWords({ words, onClose }: Props) {
  const { t } = useSpeech()
  const first = useRef<HTMLOListElement>(null)
  const [copied, setCopied] = useState(false)
  const copy = (): void =>
    // Where the browser forbids it, the words can still be selected.
    void navigator.clipboard.writeText(words.join(' ')).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('settings.protection.wordsTitle')}
      why={t('settings.protection.wordsWhy')}
      first={first}
      actions={
        <>
          <span role="status" className="me-auto self-center text-small text-done">
            {copied && t('settings.copied')}
          </span>
          <Button icon={Copy} onClick={copy}>
            {t('settings.protection.copy')}
          </Button>
          <Button icon={Printer} onClick={() => window.print()}>
            {t('settings.protection.print')}
          </Button>
          <Button kind="primary" onClick={onClose}>
            {t('settings.protection.written')}
          </Button>
        </>
      }
    >
      <ol
        ref={first}
        tabIndex={-1}
        data-recovery
        translate="no"
        aria-label={t('settings.protection.wordsTitle')}
        className="grid list-inside list-decimal grid-cols-2 gap-x-4 gap-y-1.5 text-base sm:grid-cols-3"
      >
        {words.map((word, index) => (
          <li key={`${index} ${word}`} className="select-text marker:text-quiet">
            <span className="font-mono">{word}</span>
          </li>
        ))}
      </ol>
    </Dialog>
  )
}
