import { useDeferredValue, useMemo, useState } from 'react'
import type { Meeting } from '#contract/meeting.ts'
import { useAppState, useSpeech } from '../../pieces/app-context.ts'
import { RefiningLine } from '../../pieces/refining-line.tsx'
import { DoubtLegend } from '../../pieces/doubt-legend.tsx'
import { Symbol } from '../../pieces/symbol.tsx'
import { useReadText } from '../../pieces/use-read-text.ts'
import { useTitle } from '../../pieces/use-title.ts'
import type { Tracks } from '../../state/marks.ts'
import { segmentAt } from '../../state/paragraphs.ts'
import { addressOf } from '../../state/route.ts'
import { unreadText } from '../../state/transcripts.ts'
import type { Translate } from '../../texts/typing.ts'
import { NotesPanel } from '../notes/notes-panel.tsx'
import { UnderstoodLayout } from '../understood/understood-layout.tsx'
import { useJump } from '../understood/use-jump.ts'
import { useTab } from '../understood/use-tab.ts'
import { Account } from './account.tsx'
import { EditableText } from './editing/editable-text.tsx'
import { EditTools } from './editing/edit-tools.tsx'
import { useEditingOf } from './editing/use-editing-of.ts'
import { findPlaces } from './find-places.ts'
import { FindField } from './find-field.tsx'
import { HeldBack } from './held-back.tsx'
import { Interrupted } from './interrupted.tsx'
import { MeetingHead } from './meeting-head.tsx'
import { WithPlayer } from './player/with-player.tsx'
import { PastTranscript } from './transcript/past-transcript.tsx'
import { useSteadyPlace } from './use-steady-place.ts'
import { useFindKey } from './use-find-key.ts'
import { usePlace } from './use-place.ts'

interface Props {
  readonly meeting: Meeting
  readonly atMs: number | null
  readonly query: string
}

/** A meeting that is over: its text, and what can be done with it. */
export function PastMeeting({ meeting, atMs, query }: Props) {
  const { t } = useSpeech()
  const { segments, items, tracks, marks: missing } = useReadText(meeting.id)
  const [given, setGiven] = useState(query)
  const [wanted, setWanted] = useState(query)
  if (given !== query) {
    setGiven(query)
    setWanted(query)
  }
  const sought = useDeferredValue(wanted)
  const { marks, places } = useMemo(() => findPlaces(segments, sought), [segments, sought])
  // Whoever looks for other words has left the place they came for.
  const arrivalMs = wanted === query ? atMs : null
  const arrival = arrivalMs === null ? null : (segmentAt(segments, arrivalMs)?.id ?? null)
  const tab = useTab()
  const { jump, jumped, leave } = useJump(segments, tab)
  const { litId, at, step } = usePlace(places, jumped?.to ?? arrival)
  // Who chooses the same place again is brought there again.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const target = useMemo(() => (litId === null ? null : { id: litId }), [litId, at, jumped])
  useTitle(meeting.title)
  const editing = useEditingOf(meeting)
  const comeTo = jumped?.to ?? arrival
  const cameFor = useMemo(
    () => segments.find(({ id }) => id === comeTo) ?? null,
    // Text that changes does not move the player.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [comeTo, jumped],
  )
  useFindKey(tab)

  function want(words: string): void {
    leave()
    setWanted(words)
  }
  const place = useSteadyPlace(meeting.id, {
    jump,
    find: (words) => {
      tab.choose('transcript')
      want(words)
    },
  })
  const noteAtMs = cameFor?.startMs ?? atMs ?? 0
  const notes = useMemo(
    () => <NotesPanel meeting={meeting} nowMs={() => noteAtMs} />,
    [meeting, noteAtMs],
  )
  const about = useMemo(
    () => (
      <>
        <MeetingHead meeting={meeting} />
        {meeting.state === 'interrupted' && <Interrupted meeting={meeting} />}
        <RefiningLine meetingId={meeting.id} />
        {tracks.length > 0 && <Account meetingId={meeting.id} tracks={tracks} marks={missing} />}
        <HeldBack meetingId={meeting.id} />
      </>
    ),
    [meeting, tracks, missing],
  )

  return (
    <article aria-labelledby="meeting-title">
      <WithPlayer
        meeting={meeting}
        segments={segments}
        tracks={tracks}
        marks={missing}
        cameFor={cameFor}
      >
        <p className="way-back">
          <a href={addressOf({ screen: 'library', query: '' })}>
            <Symbol name="back" />
            {t('page.backToLibrary')}
          </a>
        </p>
        {about}
        <UnderstoodLayout meeting={meeting} tab={tab} place={place} notes={notes}>
          {segments.length > 0 && (
            <EditTools editing={editing}>
              <FindField
                wanted={wanted}
                onWant={want}
                at={at}
                count={places.length}
                onStep={step}
              />
            </EditTools>
          )}
          <h2 className="visually-hidden">{t('transcript.title')}</h2>
          <TextState meeting={meeting} empty={segments.length === 0} />
          <DoubtLegend segments={segments} />
          <EditableText editing={editing} segments={segments}>
            <PastTranscript
              meetingId={meeting.id}
              segments={segments}
              items={items}
              marks={marks}
              litId={litId}
              target={target}
            />
          </EditableText>
        </UnderstoodLayout>
      </WithPlayer>
    </article>
  )
}

function TextState({ meeting, empty }: { readonly meeting: Meeting; readonly empty: boolean }) {
  const { t } = useSpeech()
  const { phase, problem, tracks } = useAppState(
    ({ transcripts }) => transcripts[meeting.id] ?? unreadText,
  )
  if (phase === 'failed') {
    return (
      <p role="alert" className="problem">
        {problem || t('page.somethingBroke')}
      </p>
    )
  }
  if (!empty) return null
  const done = meeting.state === 'done' ? silence(tracks, t) : t('meeting.noTextYet')
  return (
    <p role="status" className="quiet">
      {phase === 'whole' ? done : t('page.loading')}
    </p>
  )
}

/** Where sound is missing, nobody knows that nothing was said. */
function silence(tracks: Tracks, t: Translate): string {
  const whole = tracks.every(({ account }) => account?.captured === 1 && !account.cutShort)
  return whole ? t('meeting.noText') : t('meeting.noTextMissing')
}
