import { useDeferredValue, useEffect, useState } from 'react'
import type { FoundWords, Sought } from '#contract/edit.ts'
import type { MeetingId } from '#contract/ids.ts'
import { useApp, useAppState } from '../../../pieces/app-context.ts'

/** Where words stand in the meeting as it is now; null while nobody knows. */
export function useFoundWords(
  meetingId: MeetingId,
  { find, matchCase, wholeWords }: Sought,
): FoundWords | null {
  const { actions } = useApp()
  const [found, setFound] = useState<FoundWords | null>(null)
  const wanted = useDeferredValue(find)
  // Whatever changes the text changes what is found in it.
  const segments = useAppState(({ transcripts }) => transcripts[meetingId]?.segments)
  useEffect(() => {
    let here = true
    if (wanted.trim() === '') {
      setFound(null)
      return
    }
    const input = { meetingId, find: wanted, matchCase, wholeWords }
    void actions.edit('text.find', input).then(({ answer }) => {
      if (here) setFound(answer)
    })
    return () => {
      here = false
    }
  }, [actions, meetingId, wanted, matchCase, wholeWords, segments])
  return found
}
