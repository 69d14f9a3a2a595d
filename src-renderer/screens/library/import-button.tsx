import { FileUp } from 'lucide-react'
import { useRef } from 'react'
import { useApp, useSpeech } from '../../pieces/app-context.ts'
import { Button } from '../../pieces/button.tsx'

/** Lets a person choose files that are to become meetings. */
export function ImportButton() {
  const { t } = useSpeech()
  const { actions } = useApp()
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button icon={FileUp} onClick={() => input.current?.click()}>
        {t('imports.add')}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t('imports.add')}
        accept="audio/*,video/*,.mkv,.opus,.wma"
        onChange={({ target }) => {
          const files = [...(target.files ?? [])]
          target.value = ''
          if (files.length > 0) void actions.importFiles(files)
        }}
      />
    </>
  )
}
