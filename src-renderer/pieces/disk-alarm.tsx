import { HardDrive } from 'lucide-react'
import { diskAlarms } from '../state/disk.ts'
import type { Notice } from '../state/notices.ts'
import { addressOf } from '../state/route.ts'
import { warningText } from '../texts/by-code.ts'
import { useAppState, useSpeech } from './app-context.ts'

/** Above every screen, over its whole width, while what is said is only in memory. It cannot be closed. */
export function DiskAlarm({ notices }: { readonly notices: readonly Notice[] }) {
  return (
    <div role="alert">
      {diskAlarms(notices).map((notice) => (
        <Alarm key={notice.key} notice={notice} />
      ))}
    </div>
  )
}

function Alarm({ notice: { text, warning, meetingId } }: { readonly notice: Notice }) {
  const { t, language } = useSpeech()
  const title = useAppState(
    ({ library }) => library.meetings.find(({ id }) => id === meetingId)?.title ?? '',
  )
  const translated = warning ? warningText(t, warning, language) : null
  return (
    <div className="track-alarm flex items-start gap-3 border-y-2 border-danger bg-danger-ground px-(--gap) py-3 text-ink">
      <HardDrive className="mt-0.5 size-6 flex-none text-danger" aria-hidden="true" />
      <p className="m-0 text-read font-semibold text-danger wrap-anywhere">
        {translated ?? <span lang="en">{text}</span>}{' '}
        <a href={addressOf({ screen: 'live' })} className="text-danger underline">
          {title}
        </a>
      </p>
    </div>
  )
}
