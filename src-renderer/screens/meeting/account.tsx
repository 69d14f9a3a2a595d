import { useState } from 'react'
import type { TrackAccount } from '#contract/account.ts'
import type { MeetingId } from '#contract/ids.ts'
import { useSpeech } from '../../pieces/app-context.ts'
import { Symbol } from '../../pieces/symbol.tsx'
import { TimeLink } from '../../pieces/time-link.tsx'
import { type Mark, shareDown, type Tracks } from '../../state/marks.ts'
import { percent, shortDay } from '../../texts/format.ts'
import { spokenMark } from '../../texts/mark-text.ts'

/** A recording may have thousands of tiny holes; so many are listed. */
const mostListed = 200

interface Props {
  readonly meetingId: MeetingId
  readonly tracks: Tracks
  readonly marks: readonly Mark[]
}

/** How much of what was to be heard is in the recording, and everything that is not, with its cause. */
export function Account({ meetingId, tracks, marks }: Props) {
  const { t } = useSpeech()
  const [open, setOpen] = useState(false)
  return (
    <details className="account" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <span className="shares">
          {t('account.captured')}
          {tracks.map(({ name, account }) => (
            <Share key={name} name={name} account={account} />
          ))}
        </span>
        <span className="turn">
          <Symbol name="down" />
        </span>
      </summary>
      {open && (
        <div className="account-body">
          {marks.length === 0 ? (
            <p>{tracks.every(isWhole) && t('account.nothingMissing')}</p>
          ) : (
            <Missing meetingId={meetingId} marks={marks} />
          )}
          {tracks.map(({ name, account }) => (
            <TrackDetails key={name} meetingId={meetingId} name={name} account={account} />
          ))}
          <p className="quiet">{t('account.capturedNote')}</p>
        </div>
      )}
    </details>
  )
}

type Track = Tracks[number]

function isWhole({ account }: Track): boolean {
  return account?.captured === 1 && !account.cutShort
}

function Share({ name, account }: Track) {
  const { t, locale } = useSpeech()
  const share = account ? percent(shareDown(account.captured), locale) : '–'
  const whole = isWhole({ name, account })
  return (
    <span className={whole ? 'share whole' : 'share torn'}>
      <Symbol name={whole ? 'ended' : 'warning'} />
      {t('account.ofTrack', { voice: t(`transcript.voices.${name}`), share })}
    </span>
  )
}

function Missing({ meetingId, marks }: Omit<Props, 'tracks'>) {
  const { t, locale } = useSpeech()
  const listed = marks.slice(0, mostListed)
  return (
    <div>
      <ol>
        {listed.map((mark, index) => (
          // The marks of one account never move, so their place is their name.
          <li key={index}>
            <TimeLink meetingId={meetingId} atMs={mark.atMs} />
            <span>{spokenMark(mark, t, locale)}</span>
          </li>
        ))}
      </ol>
      {marks.length > listed.length && (
        <p>{t('account.more', { count: marks.length - listed.length })}</p>
      )}
    </div>
  )
}

function TrackDetails({ meetingId, name, account }: Track & { readonly meetingId: MeetingId }) {
  const { t, locale } = useSpeech()
  if (account === null) {
    return (
      <p>
        {t(`transcript.voices.${name}`)}: {t('account.recordingGone')}
      </p>
    )
  }
  return (
    <div>
      {account.sources.length > 0 && (
        <>
          <h3>
            {t(`transcript.voices.${name}`)}: {t('account.heardFrom')}
          </h3>
          <Sources meetingId={meetingId} sources={account.sources} />
        </>
      )}
      {account.removedAt !== null && (
        <p>{t('account.removedByRule', { day: shortDay(account.removedAt, locale) })}</p>
      )}
      {account.cutShort && <p>{t('account.cutShort')}</p>}
    </div>
  )
}

function Sources({
  meetingId,
  sources,
}: Pick<TrackAccount, 'sources'> & { readonly meetingId: MeetingId }) {
  const { t } = useSpeech()
  const listed = sources.slice(0, mostListed)
  return (
    <>
      <ol>
        {listed.map(({ atMs, name, sampleRate }, index) => (
          // They never move either.
          <li key={index}>
            <TimeLink meetingId={meetingId} atMs={atMs} />
            <span>
              {name} <span className="quiet">({sampleRate / 1000} kHz)</span>
            </span>
          </li>
        ))}
      </ol>
      {sources.length > listed.length && (
        <p>{t('account.more', { count: sources.length - listed.length })}</p>
      )}
    </>
  )
}
