import { TriangleAlert } from 'lucide-react'
import { useEffect } from 'react'
import type { DeadTrack } from '../state/dead-tracks.ts'
import { addressOf } from '../state/route.ts'
import { useSpeech } from './app-context.ts'
import { useDeadTracks } from './use-dead-tracks.ts'

/** Above every screen, over its whole width, while a live meeting hears nothing of one of its voices. */
export function TrackAlarm() {
  const dead = useDeadTracks()
  useWarningIcon(dead.length > 0)
  return (
    <div role="alert">
      {dead.map((one) => (
        <Alarm key={`${one.meetingId} ${one.track}`} dead={one} />
      ))}
    </div>
  )
}

function Alarm({ dead: { title, track, state, device, others } }: { readonly dead: DeadTrack }) {
  const { t } = useSpeech()
  const voice = t(`transcript.voices.${track}`)
  const [other] = others
  return (
    <div className="track-alarm flex items-start gap-3 border-y-2 border-danger bg-danger-ground px-(--gap) py-3 text-ink">
      <TriangleAlert className="mt-0.5 size-6 flex-none text-danger" aria-hidden="true" />
      <div className="min-w-0">
        <p className="m-0 text-read font-semibold text-danger wrap-anywhere">
          {device === null
            ? t(`alarm.${state}Unnamed`, { voice })
            : t(`alarm.${state}`, { voice, device })}
        </p>
        <p className="m-0 wrap-anywhere">
          {other
            ? t('alarm.keptWithOther', { other: t(`transcript.voices.${other}`) })
            : t('alarm.kept')}{' '}
          {t(`alarm.${state}ToDo`)}{' '}
          <a href={addressOf({ screen: 'live' })} className="text-danger underline">
            {title}
          </a>
        </p>
      </div>
    </div>
  )
}

/** The browser's tab shows it while another one is open. */
function useWarningIcon(warned: boolean): void {
  useEffect(() => {
    const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]')
    if (icon) icon.href = warned ? './icon-warning.svg' : './icon.svg'
  }, [warned])
}
