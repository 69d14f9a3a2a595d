import { useDeferredValue, useEffect, useMemo, useState } from 'react'
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
import { PlayerBar } from './player/player-bar.tsx'
import { PlayerContext } from './player/player-context.ts'
import { useSoundPlayer } from './player/use-sound-player.ts'
import { PastTranscript } from './transcript/past-transcript.tsx'
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
  const lengthMs = lengthOf(tracks) ?? meeting.durationMs
  const player = useSoundPlayer(segments, lengthMs)
  const editing = useEditingOf(meeting)
  const comeFor = jumped?.to ?? arrival
  useEffect(() => {
    const place = segments.find(({ id }) => id === comeFor)
    // Who hears something else goes on hearing it.
    if (place && !player.state().playing) player.seek(place.startMs)
    // Text that changes does not move the player.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [player, comeFor, jumped])

  function want(words: string): void {
    leave()
    setWanted(words)
  }
  const place = {
    meetingId: meeting.id,
    jump,
    find: (words: string) => {
      tab.choose('transcript')
      want(words)
    },
  }

  return (
    <PlayerContext value={canBeHeard(tracks) ? player : null}>
      <article aria-labelledby="meeting-title">
        <p className="way-back">
          <a href={addressOf({ screen: 'library', query: '' })}>
            <Symbol name="back" />
            {t('page.backToLibrary')}
          </a>
        </p>
        <MeetingHead meeting={meeting} />
        {meeting.state === 'interrupted' && <Interrupted meeting={meeting} />}
        <RefiningLine meetingId={meeting.id} />
        {tracks.length > 0 && <Account meetingId={meeting.id} tracks={tracks} marks={missing} />}
        <HeldBack meetingId={meeting.id} />
        <UnderstoodLayout meeting={meeting} tab={tab} place={place}>
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
        {canBeHeard(tracks) && (
          <PlayerBar meetingId={meeting.id} player={player} lengthMs={lengthMs} marks={missing} />
        )}
        {tracks.length > 0 && !canBeHeard(tracks) && (
          <p className="mt-4 text-label text-quiet">{t('player.soundGone')}</p>
        )}
      </article>
    </PlayerContext>
  )
}

function canBeHeard(tracks: Tracks): boolean {
  return tracks.some(({ account }) => account !== null && account.lengthMs > 0)
}

/** How much is recorded, exactly; null where nothing is left of it. */
function lengthOf(tracks: Tracks): number | null {
  return canBeHeard(tracks)
    ? Math.max(...tracks.map(({ account }) => account?.lengthMs ?? 0))
    : null
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
