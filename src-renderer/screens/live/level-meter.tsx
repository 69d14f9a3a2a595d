import { useEffect, useRef } from 'react'
import type { MeetingId } from '#contract/ids.ts'
import type { TrackName } from '#contract/transcript.ts'
import { useApp, useSpeech } from '../../pieces/app-context.ts'
import { quietestDb } from '../../state/levels.ts'
import { paintMeter } from './paint-meter.ts'

interface Props {
  readonly meetingId: MeetingId
  readonly track: TrackName
  /** Whose level it is. */
  readonly voice: string
}

/** How loud a track is: the bar is what the ear takes for loudness, the line the largest peak of late. */
export function LevelMeter({ meetingId, track, voice }: Props) {
  const { t } = useSpeech()
  const { levels } = useApp()
  const meter = useRef<HTMLDivElement>(null)
  const bar = useRef<HTMLDivElement>(null)
  const peak = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (!meter.current || !bar.current || !peak.current) return
    const parts = { meter: meter.current, bar: bar.current, peak: peak.current }
    return paintMeter(parts, { levels, read: () => levels.of(meetingId, track), t })
  }, [levels, meetingId, track, t])

  return (
    <div
      ref={meter}
      className="meter"
      role="meter"
      aria-label={t('tracks.level', { voice })}
      aria-valuemin={quietestDb}
      aria-valuemax={0}
      aria-valuenow={quietestDb}
      aria-valuetext={t('tracks.levels.silent')}
    >
      <div ref={bar} className="meter-bar" />
      <div ref={peak} className="meter-peak" />
    </div>
  )
}
