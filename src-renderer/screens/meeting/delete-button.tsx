import { useState } from 'react'
import type { Meeting } from '#contract/meeting.ts'
import { useApp, useAppState, useSpeech } from '../../pieces/app-context.ts'
import { Confirm } from '../../pieces/confirm.tsx'
import { Symbol } from '../../pieces/symbol.tsx'
import { useToast } from '../../pieces/toasts.tsx'
import { go } from '../../state/navigation.ts'

/** Deletes a meeting, after asking. */
export function DeleteButton({ meeting: { id, title } }: { readonly meeting: Meeting }) {
  const { t } = useSpeech()
  const { actions } = useApp()
  const toast = useToast()
  const [asking, setAsking] = useState(false)
  const busy = useAppState(({ tasks }) => tasks[id] !== undefined)

  async function remove(): Promise<void> {
    setAsking(false)
    if (!(await actions.remove(id))) return
    const text = t('meeting.deleted', { title })
    toast({
      text,
      action: { name: t('library.undo'), act: () => void actions.undelete([id]) },
    })
    go({ screen: 'library', query: '' })
  }

  return (
    <>
      <button
        type="button"
        className="button danger quiet-danger"
        disabled={busy}
        onClick={() => setAsking(true)}
      >
        <Symbol name="trash" />
        {t('meeting.delete')}
      </button>
      {asking && (
        <Confirm
          title={t('meeting.deleteTitle', { title })}
          why={t('meeting.deleteWhy')}
          yes={t('meeting.delete')}
          onYes={() => void remove()}
          onNo={() => setAsking(false)}
        />
      )}
    </>
  )
}
