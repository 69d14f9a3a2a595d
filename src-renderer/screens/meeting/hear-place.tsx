import { useEffect, useRef, useState } from 'react'
import { longestClipMs } from '#contract/meeting.ts'
import type { MeetingId } from '#contract/ids.ts'
import type { Segment } from '#contract/transcript.ts'
import { useApp, useSpeech } from '../../pieces/app-context.ts'
import { Symbol } from '../../pieces/symbol.tsx'
import { clock } from '../../texts/format.ts'

interface Props {
  readonly meetingId: MeetingId
  readonly place: Pick<Segment, 'startMs' | 'endMs'>
}

/** Heard around a place, in milliseconds, so that its first and last sounds are whole. */
const around = 250

/** Plays the sound of the place that is lit, when asked to. */
export function HearPlace({ meetingId, place: { startMs, endMs } }: Props) {
  const { t } = useSpeech()
  const { actions } = useApp()
  const player = useRef<HTMLAudioElement>(null)
  const [sound, setSound] = useState<string | null>(null)
  const [asking, setAsking] = useState(false)

  useEffect(() => {
    if (sound === null) return
    void player.current?.play()
    return () => URL.revokeObjectURL(sound)
  }, [sound])

  async function hear(): Promise<void> {
    setAsking(true)
    const fromMs = Math.max(0, startMs - around)
    const toMs = Math.min(endMs + around, fromMs + longestClipMs)
    const heard = await actions.hear(meetingId, fromMs, toMs)
    setAsking(false)
    if (heard) setSound(URL.createObjectURL(heard))
  }

  const playing = sound !== null
  return (
    <div className="hear-place">
      <button
        type="button"
        className="button"
        aria-disabled={asking}
        onClick={() => (playing ? setSound(null) : !asking && void hear())}
      >
        <Symbol name={playing ? 'close' : 'resume'} />
        {playing ? t('understood.stopHearing') : t('understood.hear', { time: clock(startMs) })}
      </button>
      {playing && <audio ref={player} src={sound} onEnded={() => setSound(null)} />}
    </div>
  )
}
