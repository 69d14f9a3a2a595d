import type { Meeting } from '#contract/meeting.ts'
import { useApp, useAppState, useSpeech } from '../../pieces/app-context.ts'
import { useRefining } from '../../pieces/refining-line.tsx'
import { Symbol } from '../../pieces/symbol.tsx'

/** Has the whole recording read again by stronger means. */
export function RefineButton({ meeting: { id } }: { readonly meeting: Meeting }) {
  const { t } = useSpeech()
  const { actions } = useApp()
  const connected = useAppState(({ link }) => link === 'connected')
  const running = useRefining(id)?.state === 'running'
  return (
    <button
      type="button"
      className="button"
      disabled={running || !connected}
      onClick={() => void actions.refine(id)}
    >
      <Symbol name="hearing" />
      {t('refining.improve')}
    </button>
  )
}
