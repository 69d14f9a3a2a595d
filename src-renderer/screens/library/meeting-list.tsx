import { useEffect, useState } from 'react'
import { useApp, useAppState, useSpeech } from '../../pieces/app-context.ts'
import { type Day, days } from '../../state/days.ts'
import type { Meeting } from '#contract/meeting.ts'
import { longDay } from '../../texts/format.ts'
import { MeetingRow } from './meeting-row.tsx'

export function MeetingList() {
  const { t } = useSpeech()
  const { actions } = useApp()
  const library = useAppState((state) => state.library)
  const lost = useAppState(({ link }) => link === 'lost')
  const now = useNow()

  if (library.phase === 'failed') {
    return (
      <div role="alert" className="problem">
        <p>{library.problem || t('page.somethingBroke')}</p>
        <button type="button" className="button" onClick={() => void actions.readLibrary()}>
          {t('page.tryAgain')}
        </button>
      </div>
    )
  }
  if (!library.known) {
    return (
      <p role="status" className="quiet">
        {lost ? t('page.connecting') : t('page.loading')}
      </p>
    )
  }
  if (library.meetings.length === 0) return <EmptyLibrary />
  return days(library.meetings, now).map((day) => <DayOfMeetings key={day.date} day={day} />)
}

function DayOfMeetings({ day }: { readonly day: Day<Meeting> }) {
  const { t, locale } = useSpeech()
  return (
    <section className="day">
      <h2>{day.when === 'earlier' ? longDay(day.date, locale) : t(`library.${day.when}`)}</h2>
      <ul className="meetings">
        {day.entries.map((meeting) => (
          <li key={meeting.id}>
            <MeetingRow meeting={meeting} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function EmptyLibrary() {
  const { t } = useSpeech()
  return (
    <div className="empty">
      <h2>{t('library.emptyTitle')}</h2>
      <p>{t('library.emptyRecord')}</p>
      <p>{t('library.emptyFile')}</p>
      <pre>
        <code>{t('library.emptyCommand')}</code>
      </pre>
    </div>
  )
}

/** Today does not stay today on a page that is left open. */
function useNow(): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 60_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
