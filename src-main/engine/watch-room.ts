/** While meetings are recorded: how long the disk lasts, told to every face, and early where that is not long. */
import { type DiskRoom, roomInWords, type RoomLevel } from '#contract/disk-room.ts'
import type { EngineEvent } from '#contract/events.ts'
import type { MeetingId } from '#contract/ids.ts'
import type { Meeting } from '#contract/meeting.ts'
import { type Warning, wholeWarning } from '#contract/warning.ts'
import type { Parts } from './parts.ts'
import { roomLevel, timeLeft, type Written } from './storage/predict-room.ts'

const everyMs = 10_000
/** So many of the last meetings say how long one is here; shorter ones were only tries. */
const lastMeetings = 20
const shortestMs = 60_000

interface Watched {
  readonly parts: Pick<Parts, 'clock' | 'keeping' | 'keptFiles' | 'log'>
  readonly tell: (event: EngineEvent) => void
  /** Tells all meetings that are recorded. */
  readonly warn: (warning: Warning) => void
}

export interface RoomWatch extends Disposable {
  /** Follows what happens. */
  note(event: EngineEvent): void
}

export function watchRoom({ parts, tell, warn }: Watched): RoomWatch {
  const { clock, keeping, keptFiles, log } = parts
  const heardMs = new Map<MeetingId, number>()
  let level: RoomLevel = 'plenty'
  let usualMs = 0
  let databaseBytes = 0
  let stop: (() => void) | null = null
  let looking = false

  async function written(): Promise<readonly Written[]> {
    const text = Math.max(0, (await keptFiles.databaseBytes()) - databaseBytes)
    const sound = Array.from(heardMs, async ([id, ms]) => ({
      bytes: (await keeping.recordings.soundBytes(id)) + text / heardMs.size,
      heardMs: ms,
    }))
    return Promise.all(sound)
  }

  async function look(): Promise<void> {
    const freeBytes = await keptFiles.freeBytes()
    if (freeBytes === null) return
    const leftMs = timeLeft(freeBytes, await written())
    if (heardMs.size === 0) return
    const before = level
    level = roomLevel(leftMs, usualMs, before)
    if (level !== before) warn(warningOf({ freeBytes, leftMs, level }))
    tell({ type: 'disk.measured', room: { freeBytes, leftMs, level } })
  }

  /** One look at a time: a disk may take long to answer. */
  function lookNow(): void {
    if (looking) return
    looking = true
    look()
      .catch((error: unknown) => log.bug('room.unknown', error))
      .finally(() => (looking = false))
  }

  async function begin(): Promise<void> {
    level = 'plenty'
    usualMs = usualLength(keeping.store.meetings.list())
    stop = clock.every(everyMs, lookNow)
    databaseBytes = await keptFiles.databaseBytes()
    lookNow()
  }

  return {
    note(event) {
      if (event.type === 'meeting.started') {
        heardMs.set(event.meeting.id, 0)
        if (!stop) begin().catch((error: unknown) => log.bug('room.unknown', error))
      }
      if (event.type === 'meeting.progressed' && heardMs.has(event.meetingId))
        heardMs.set(event.meetingId, event.heardMs)
      if (event.type !== 'meeting.stopped') return
      heardMs.delete(event.meeting.id)
      if (heardMs.size > 0) return
      stop?.()
      stop = null
    },
    [Symbol.dispose]: () => stop?.(),
  }
}

function usualLength(meetings: readonly Meeting[]): number {
  const known = meetings
    .map(({ durationMs }) => durationMs)
    .filter((ms) => ms >= shortestMs)
    .slice(0, lastMeetings)
  return known.length === 0 ? 0 : known.reduce((sum, ms) => sum + ms, 0) / known.length
}

function warningOf({ leftMs, level }: DiskRoom): Warning {
  if (level === 'plenty') return wholeWarning('disk_low', 'The disk has room again.', true)
  const left = roomInWords(leftMs)
  const urgent = level === 'low' ? 'Free some space before it is used up.' : 'Free some space now.'
  const message = `The disk has room for ${left} of recording. ${urgent}`
  return { ...wholeWarning('disk_low', message), name: `${Math.floor(leftMs / 60_000)}` }
}
