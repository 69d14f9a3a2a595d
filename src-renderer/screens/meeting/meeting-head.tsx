import type { Meeting } from '#contract/meeting.ts'
import { useSpeech } from '../../pieces/app-context.ts'
import { dayAndTime, languageName, length, machineLength } from '../../texts/format.ts'
import { DeleteButton } from './delete-button.tsx'
import { CopyButton, ExportButton } from './hand-on.tsx'
import { RefineButton } from './refine-button.tsx'
import { MeetingTitle } from './meeting-title.tsx'

/** What a meeting is called, when it was, and what can be done with it. */
export function MeetingHead({ meeting }: { readonly meeting: Meeting }) {
  const { t, locale } = useSpeech()
  const { startedAt, durationMs } = meeting
  return (
    <header className="meeting-head">
      <MeetingTitle meeting={meeting} />
      <p className="quiet">
        <time dateTime={startedAt}>{dayAndTime(startedAt, locale)}</time>
      </p>
      <dl className="facts">
        <div>
          <dt>{t('meeting.length')}</dt>
          <dd>
            <time dateTime={machineLength(durationMs)}>{length(durationMs)}</time>
          </dd>
        </div>
        <div>
          <dt>{t('meeting.spokenLanguage')}</dt>
          <dd>{languageName(meeting.language, locale)}</dd>
        </div>
        <div>
          <dt>{t('meeting.model')}</dt>
          <dd>{meeting.model}</dd>
        </div>
      </dl>
      <div className="row">
        <ExportButton meeting={meeting} />
        <CopyButton meeting={meeting} />
        {meeting.state === 'done' && <RefineButton meeting={meeting} />}
        <DeleteButton meeting={meeting} />
      </div>
    </header>
  )
}
