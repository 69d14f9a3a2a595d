import { useCallback, useEffect, useState } from 'react'
import type { EditEntry } from '#contract/edit.ts'
import type { MeetingId } from '#contract/ids.ts'
import { useApp, useAppState, useSpeech } from '../../../pieces/app-context.ts'
import { useToast } from '../../../pieces/toasts.tsx'
import { useProblemText } from './use-problem-text.ts'

const atOnce = 50

export interface MeetingHistory {
  /** Null until they are read. */
  readonly entries: readonly EditEntry[] | null
  readonly isAll: boolean
  readonly problem: string | null
  readOlder(): Promise<void>
  revert(editId: number): Promise<void>
}

/** The history of a meeting, read again whenever its text changes. */
export function useHistory(meetingId: MeetingId): MeetingHistory {
  const { actions } = useApp()
  const { t } = useSpeech()
  const toast = useToast()
  const tellProblem = useProblemText()
  const [entries, setEntries] = useState<readonly EditEntry[] | null>(null)
  const [isAll, setAll] = useState(true)
  const [problem, setProblem] = useState<string | null>(null)
  const segments = useAppState(({ transcripts }) => transcripts[meetingId]?.segments)

  const read = useCallback(
    async (before: number | null) => {
      const input = { meetingId, before, limit: atOnce }
      const { answer, problem: trouble } = await actions.edit('edit.list', input)
      setProblem(trouble && tellProblem(trouble))
      if (!answer) return
      setAll(answer.length < atOnce)
      setEntries((known) => (before === null ? answer : [...(known ?? []), ...answer]))
    },
    [actions, meetingId, tellProblem],
  )
  useEffect(() => {
    // It answers later, when this drawing is done.
    // oxlint-disable-next-line react/set-state-in-effect
    void read(null)
  }, [read, segments])

  return {
    entries,
    isAll,
    problem,
    readOlder: () => read(entries?.at(-1)?.id ?? null),
    async revert(editId) {
      const { problem: trouble } = await actions.edit('edit.revert', { meetingId, editId })
      setProblem(trouble && tellProblem(trouble))
      if (!trouble) toast({ text: t('editing.putBackDone') })
      await read(null)
    },
  }
}
