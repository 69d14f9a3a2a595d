import { Copy } from 'lucide-react'
import { useState } from 'react'
import { useSpeech } from '../../pieces/app-context.ts'
import { Button } from '../../pieces/button.tsx'

/** A path on this computer, to be copied. */
export function CopyPath({ path }: { readonly path: string }) {
  const { t } = useSpeech()
  const [copied, setCopied] = useState(false)
  return (
    <div className="flex flex-wrap items-center gap-2">
      <code className="min-w-0 text-label wrap-anywhere">{path}</code>
      <Button
        size="small"
        kind="quiet"
        icon={Copy}
        onClick={() => {
          // Where the browser forbids it, the path can still be selected.
          void navigator.clipboard.writeText(path).then(
            () => setCopied(true),
            () => setCopied(false),
          )
        }}
      >
        {t('settings.copyPath')}
      </Button>
      <span role="status" className="text-small text-done">
        {copied && t('settings.copied')}
      </span>
    </div>
  )
}
