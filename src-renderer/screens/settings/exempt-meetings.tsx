import type { RetentionPreview } from '#contract/storage.ts'
import { useApp, useSpeech } from '../../pieces/app-context.ts'
import { Button } from '../../pieces/button.tsx'
import { shortDay } from '../../texts/format.ts'

interface Props {
  readonly meetings: RetentionPreview['exempt']
  readonly onReleased: () => Promise<void>
}

/** The meetings that no rule touches, because a person said so. */
export function ExemptMeetings({ meetings, onReleased }: Props) {
  const { t, locale } = useSpeech()
  const { actions } = useApp()
  return (
    <div className="grid gap-1">
      <h3 className="text-base font-semibold">{t('settings.exemptList')}</h3>
      <ul className="grid gap-1 text-label">
        {meetings.map(({ meetingId, title, startedAt }) => (
          <li key={meetingId} className="flex flex-wrap items-center justify-between gap-x-3">
            <span className="min-w-0 wrap-anywhere">
              {title} <span className="text-quiet">{shortDay(startedAt, locale)}</span>
            </span>
            <Button
              size="small"
              kind="quiet"
              onClick={() => {
                const released = { meetingId, exempt: false }
                void actions.request('storage.exempt', released).then(onReleased)
              }}
            >
              {t('settings.release', { title })}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}
