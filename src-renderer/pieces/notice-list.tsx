import { useEffect } from 'react'
import type { Notice } from '../state/notices.ts'
import { diskAlarms } from '../state/disk.ts'
import { findMeeting } from '../state/library.ts'
import { meetingAddress } from '../state/route.ts'
import { errorText, warningText } from '../texts/by-code.ts'
import { useApp, useAppState, useSpeech } from './app-context.ts'
import { DiskAlarm } from './disk-alarm.tsx'
import { SilenceCountdown } from './silence-countdown.tsx'
import { Symbol } from './symbol.tsx'
import { TrackAlarm } from './track-alarm.tsx'
import { useDeadTracks } from './use-dead-tracks.ts'

/** What a person is told above whatever screen is open: warnings at once, good news when there is a pause. */
export function NoticeList() {
  const { t } = useSpeech()
  const all = useAppState((state) => state.notices)
  const hearings = useAppState((state) => state.hearings)
  const dead = useDeadTracks()
  const alarms = new Set(diskAlarms(all))
  // Where it is known what is heard, the announced end and dead tracks have a place of their own.
  const notices = all.filter((notice) => {
    const { code, tone, meetingId, warning } = notice
    const told = dead.some((one) => one.meetingId === meetingId && one.track === warning?.track)
    if (told && tone === 'warning') return false

    if (alarms.has(notice)) return false
    const announced = code === 'silence_ends_soon' && tone === 'warning'
    return !(announced && meetingId !== null && hearings[meetingId]?.hearing)
  })
  const urgent = notices.filter(({ tone }) => tone !== 'done')
  const good = notices.filter(({ tone }) => tone === 'done')
  return (
    <>
      <DiskAlarm notices={all} />
      <TrackAlarm />
      <section className="notices" aria-label={t('page.notices')}>
        <div role="alert">
          {urgent.map((notice) => (
            <NoticeBox key={notice.key} notice={notice} />
          ))}
        </div>
        <SilenceCountdown />
        <div role="status">
          {good.map((notice) => (
            <NoticeBox key={notice.key} notice={notice} />
          ))}
        </div>
      </section>
    </>
  )
}

/** Good news goes by itself. */
const doneShownMs = 6_000

const tones = { done: 'done', problem: 'bad', warning: 'warning' } as const

function NoticeBox({ notice }: { readonly notice: Notice }) {
  const { t } = useSpeech()
  const { actions } = useApp()
  const { meetingId, tone, key } = notice
  const meeting = useAppState(({ library }) => meetingId && findMeeting(library, meetingId))
  useEffect(() => {
    if (tone !== 'done') return
    const timer = setTimeout(() => actions.dismiss(key), doneShownMs)
    return () => clearTimeout(timer)
  }, [tone, key, actions])
  return (
    <div className={`notice ${tones[tone]}`}>
      {tone !== 'done' && <Symbol name="warning" />}
      <p>
        {tone === 'warning' && meeting && (
          <>
            <a href={meetingAddress(meeting.id)}>{meeting.title}</a>
            {': '}
          </>
        )}
        <Sentence notice={notice} />
      </p>
      <button
        type="button"
        className="icon-button"
        aria-label={t('page.close')}
        onClick={() => actions.dismiss(notice.key)}
      >
        <Symbol name="close" />
      </button>
    </div>
  )
}

/** The engine's own sentence, except where only the page can know what happened, or speaks another language. */
function Sentence({ notice: { code, text, tone, warning } }: { readonly notice: Notice }) {
  const { t, language } = useSpeech()
  if (code === 'engine_gone') return t('page.engineGone')
  if (code === 'stopped_by_silence') return t('live.endedBySilence')
  if (text === '') return t('page.somethingBroke')
  const problem = code !== null && tone === 'problem' ? errorText(t, code) : null
  const translated = warning ? warningText(t, warning, language) : problem
  if (code === null || translated !== null) return translated ?? text
  return <span lang="en">{text}</span>
}
