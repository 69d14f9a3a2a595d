import { useState } from 'react'
import type { EditResult } from '#contract/edit.ts'
import type { MeetingId } from '#contract/ids.ts'
import { useApp, useSpeech } from '../../../pieces/app-context.ts'
import { useToast } from '../../../pieces/toasts.tsx'
import type { Outcome } from '../../../state/edit-actions.ts'
import type { NamedVoice } from './editing-store.ts'
import { useProblemText } from './use-problem-text.ts'

interface Naming {
  readonly problem: string | null
  save(name: string | null, where: NamedVoice['where']): Promise<void>
}

/** Gives a voice its name; what stands in the way is said where the name was written. */
export function useNaming(meetingId: MeetingId, voice: NamedVoice, onDone: () => void): Naming {
  const { actions } = useApp()
  const { t } = useSpeech()
  const toast = useToast()
  const tellProblem = useProblemText()
  const [problem, setProblem] = useState<string | null>(null)
  const { track, speaker, segmentIds } = voice

  function ask(name: string | null, where: NamedVoice['where']): Promise<Outcome<EditResult>> {
    if (where === 'here')
      return actions.edit('segment.assign', {
        meetingId,
        segmentIds: [...segmentIds],
        speaker: name,
      })
    const known = speaker === null ? { unnamedOn: track } : { name: speaker }
    return actions.edit('speaker.rename', { meetingId, voice: known, name })
  }

  return {
    problem,
    async save(name, where) {
      const { answer, problem: trouble } = await ask(name, where)
      if (trouble) return setProblem(tellProblem(trouble))
      onDone()
      const editId = answer?.id ?? null
      if (!answer || editId === null) return
      const undo = (): void => void actions.takeBack(meetingId, editId)
      const text =
        name === null
          ? t('editing.unnamedNow')
          : t('editing.named', { name, count: answer.segments })
      toast({ text, action: { name: t('editing.undo'), act: undo } })
    },
  }
}
