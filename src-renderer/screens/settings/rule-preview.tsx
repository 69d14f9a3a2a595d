import { useEffect, useRef } from 'react'
import type { RetentionPreview } from '#contract/storage.ts'
import type { MeetingId } from '#contract/ids.ts'
import { useApp, useSpeech } from '../../pieces/app-context.ts'
import { Button } from '../../pieces/button.tsx'
import { byteSize, shortDay } from '../../texts/format.ts'

interface Props {
  readonly preview: RetentionPreview
  readonly of: 'sound' | 'meetings'
  /** A meeting was put out of reach of rules: what is left is asked again. */
  readonly onKept: () => Promise<void>
  readonly onYes: () => void
  readonly onNo: () => void
}

/** So many meetings are named. */
const mostShown = 8

/** What a rule removes at once if it is used, with a way to keep single meetings. */
export function RulePreview({ preview, of, onKept, onYes, onNo }: Props) {
  const { t, locale } = useSpeech()
  const { actions } = useApp()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  const { count, bytes, first } = preview[of]
  const size = byteSize(bytes, locale)

  async function keep(meetingId: MeetingId): Promise<void> {
    await actions.request('storage.exempt', { meetingId, exempt: true })
    box.current?.focus()
    await onKept()
  }

  return (
    <div
      ref={box}
      tabIndex={-1}
      role="group"
      aria-label={t('settings.ruleTitle')}
      className="grid gap-2 border-s-2 border-warning ps-4 outline-offset-4"
    >
      <p className="font-semibold">
        {of === 'sound'
          ? t('settings.soundDue', { count, size })
          : t('settings.meetingsDue', { count })}
      </p>
      <ul className="grid gap-1 text-label">
        {first.slice(0, mostShown).map(({ meetingId, title, startedAt }) => (
          <li key={meetingId} className="flex flex-wrap items-center justify-between gap-x-3">
            <span className="min-w-0 wrap-anywhere">
              {title} <span className="text-quiet">{shortDay(startedAt, locale)}</span>
            </span>
            <Button size="small" kind="quiet" onClick={() => void keep(meetingId)}>
              {t('settings.keepThis', { title })}
            </Button>
          </li>
        ))}
      </ul>
      <p className="text-small text-quiet">{t('settings.ruleNeverTouches')}</p>
      {preview.waitsForClock && <p className="text-small">{t('settings.ruleWaitsForClock')}</p>}
      <div className="flex flex-wrap gap-2">
        <Button kind="danger" onClick={onYes}>
          {t('settings.applyRule')}
        </Button>
        <Button onClick={onNo}>{t('page.cancel')}</Button>
      </div>
    </div>
  )
}
