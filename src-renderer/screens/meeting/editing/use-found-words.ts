import { useDeferredValue, useEffect, useState } from 'react'
import type { FoundWords, Sought } from '#contract/edit.ts'
import type { MeetingId } from '#contract/ids.ts'
import { useApp, useAppState } from '../../../pieces/app-context.ts'

interface Answered {
  readonly find: string
  readonly found: FoundWords | null
}

/** Where words stand in the meeting as it is now; null while nobody knows. */
export function useFoundWords(
  meetingId: MeetingId,
  { find, matchCase, wholeWords }: Sought,
): FoundWords | null {
  const { actions } = useApp()
  const [answered, setAnswered] = useState<Answered | null>(null)
  const wanted = useDeferredValue(find)
  // Whatever changes the text changes what is found in it.
  const segments = useAppState(({ transcripts }) => transcripts[meetingId]?.segments)
  useEffect(() => {
    if (wanted.trim() === '') return
    let here = true
    const input = { meetingId, find: wanted, matchCase, wholeWords }
    void actions.edit('text.find', input).then(({ answer }) => {
      if (here) setAnswered({ find: wanted, found: answer })
    })
    return () => {
      here = false
    }
  }, [actions, meetingId, wanted, matchCase, wholeWords, segments])
  return answered?.find === find ? answered.found : null
}
