import type { Meeting } from '#contract/meeting.ts'
import { useSpeech } from '../../pieces/app-context.ts'
import { FinishButton } from '../../pieces/finish-button.tsx'
import { meetingAddress } from '../../state/route.ts'
import { length, machineLength, timeOfDay } from '../../texts/format.ts'

/** One meeting in the library: a link, and what its state asks for. */
export function MeetingRow({ meeting }: { readonly meeting: Meeting }) {
  const { t, locale } = useSpeech()
  const { id, title, startedAt, durationMs, state } = meeting
  return (
    <div className="meeting-row">
      <a href={meetingAddress(id)}>
        <span className="meeting-title">{title}</span>
        <span className="quiet">
          <time dateTime={startedAt}>{timeOfDay(startedAt, locale)}</time>
          {state !== 'live' && (
            <>
              {' · '}
              <time dateTime={machineLength(durationMs)}>{length(durationMs)}</time>
            </>
          )}
        </span>
      </a>
      {state === 'live' && (
        <span className="badge live">
          <span className="live-dot" aria-hidden="true" />
          {t('library.stateLive')}
        </span>
      )}
      {state === 'interrupted' && (
        <>
          <span className="badge interrupted">{t('library.stateInterrupted')}</span>
          <FinishButton meeting={meeting} />
        </>
      )}
    </div>
  )
}
