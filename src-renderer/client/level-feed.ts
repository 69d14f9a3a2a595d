/**
 * How loud the tracks are just now, beside the store: twenty events a second paint meters and draw nothing else anew.
 * Only what lasts (silent or not) is told to the page's parts, when it changes.
 */
import type { EngineEvent } from '#contract/events.ts'
import { MeetingId } from '#contract/ids.ts'
import type { TrackName } from '#contract/transcript.ts'
import { isLongSilent, isSilent, isStale, type Loudness, withLevel } from '../state/levels.ts'

type LevelsMeasured = Extract<EngineEvent, { type: 'levels.measured' | 'sound.measured' }>

/** Stands for the devices that are heard outside of any meeting. */
export const checkedSound = MeetingId.parse('00000000-0000-4000-8000-000000000000')

export interface LevelFeed {
  /** Takes in the levels of a moment, which reached the page at `nowMs`. */
  receive(event: LevelsMeasured, nowMs: number): void
  /** The last level of a track, however old. */
  of(meetingId: MeetingId, track: TrackName): Loudness | null
  /** Tells of every level. */
  onLevels(listener: () => void): () => void
  isSilent(meetingId: MeetingId, track: TrackName): boolean
  /** Whether I speak while nothing has come from the other side for long; until it is heard again. */
  isOneSided(meetingId: MeetingId): boolean
  /** Tells when the answer to one of the two questions may have changed. */
  onSilence(listener: () => void): () => void
}

export function createLevelFeed(): LevelFeed {
  const known = new Map<string, Loudness>()
  const silent = new Set<string>()
  const oneSided = new Set<MeetingId>()
  const levelListeners = new Set<() => void>()
  const silenceListeners = new Set<() => void>()

  function hear(meetingId: MeetingId, nowMs: number): boolean {
    const [me, them] = (['me', 'them'] as const).map((track) => {
      const loudness = known.get(key(meetingId, track))
      return loudness && !isStale(loudness, nowMs) ? loudness : null
    })
    if (!them || them.silentSinceMs === null) return setIn(oneSided, meetingId, false)
    const speaking = me?.silentSinceMs === null
    return speaking && isLongSilent(them, nowMs) && setIn(oneSided, meetingId, true)
  }

  return {
    receive(event, nowMs) {
      const { levels } = event
      const meetingId = event.type === 'sound.measured' ? checkedSound : event.meetingId
      let changed = false
      for (const level of levels) {
        const track = key(meetingId, level.track)
        const loudness = withLevel(known.get(track) ?? null, level, nowMs)
        known.set(track, loudness)
        changed = setIn(silent, track, isSilent(loudness, nowMs)) || changed
      }
      changed = hear(meetingId, nowMs) || changed
      for (const tell of levelListeners) tell()
      if (changed) for (const tell of silenceListeners) tell()
    },
    of: (meetingId, track) => known.get(key(meetingId, track)) ?? null,
    onLevels: (listener) => join(levelListeners, listener),
    isSilent: (meetingId, track) => silent.has(key(meetingId, track)),
    isOneSided: (meetingId) => oneSided.has(meetingId),
    onSilence: (listener) => join(silenceListeners, listener),
  }
}

function key(meetingId: MeetingId, track: TrackName): string {
  return `${meetingId} ${track}`
}

/** Answers whether that changed anything. */
function setIn<T>(members: Set<T>, member: T, belongs: boolean): boolean {
  if (members.has(member) === belongs) return false
  if (belongs) members.add(member)
  else members.delete(member)
  return true
}

function join(listeners: Set<() => void>, listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
