import { useState } from 'react'
import { useApp, useSpeech } from '../../pieces/app-context.ts'
import { Button } from '../../pieces/button.tsx'
import { Dialog } from '../../pieces/dialog.tsx'
import { TextField } from '../../pieces/text-field.tsx'
import { goQuietly } from '../../state/navigation.ts'

interface Props {
  readonly from: string
  readonly onClose: () => void
}

/** Gives the folder of many meetings another name. */
export function RenameFolder({ from, onClose }: Props) {
  const { t } = useSpeech()
  const { actions } = useApp()
  const [name, setName] = useState(from)
  async function rename(): Promise<void> {
    const to = name.trim()
    if (to === '') return
    onClose()
    if (to !== from && (await actions.renameFolder(from, to)))
      goQuietly({ screen: 'library', query: '', shelf: { kind: 'folder', name: to } })
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('library.renameFolder')}
      actions={
        <>
          <Button onClick={onClose}>{t('page.cancel')}</Button>
          <Button kind="primary" disabled={name.trim() === ''} onClick={() => void rename()}>
            {t('page.save')}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void rename()
        }}
      >
        <TextField
          label={t('library.folderName')}
          value={name}
          maxLength={80}
          dir="auto"
          onChange={setName}
        />
      </form>
    </Dialog>
  )
}
