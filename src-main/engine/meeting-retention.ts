/** Enforces the rules by which recordings and meetings are removed: at the start, once a day, and when a rule changes. */
import { AppError } from '#contract/errors.ts'
import type { EngineEvent } from '#contract/events.ts'
import type { MeetingId } from '#contract/ids.ts'
import type { Meeting } from '#contract/meeting.ts'
import { mostNamed, type RetentionPreview, type RetentionRules } from '#contract/storage.ts'
import type { Parts } from './parts.ts'
import { dayMs, dueRemovals, type KeptMeeting } from './retention/due-removals.ts'
import { isClockDoubted, removalTime } from './removal-time.ts'
import { chosenSettings } from './settings-commands.ts'

interface Options {
  readonly parts: Pick<Parts, 'clock' | 'log' | 'keeping'>
  readonly tell: (event: EngineEvent) => void
  /** Whether this program works on the meeting. */
  readonly isBusy: (id: MeetingId) => boolean
  /** The same as when a person does it. */
  readonly deleteMeeting: (id: MeetingId) => Promise<unknown>
}

export interface MeetingRetention extends AsyncDisposable {
  /** Applies the rules now, and from now on every day. */
  begin(): void
  /** A rule that changes is applied at once. */
  heard(event: EngineEvent): void
  /** What these rules would remove now; null: those that hold. */
  preview(rules: RetentionRules | null): Promise<RetentionPreview>
}

export function meetingRetention({
  parts,
  tell,
  isBusy,
  deleteMeeting,
}: Options): MeetingRetention {
  const { clock, log, keeping } = parts
  const { store, recordings } = keeping
  let stopDaily = (): void => {}
  let applied = rulesNow()
  let running: Promise<void> | null = null
  let again = false
  let isOver = false

  function rulesNow(): RetentionRules {
    const { keepSoundDays, keepMeetingsDays } = chosenSettings(store.settings)
    return { keepSoundDays, keepMeetingsDays }
  }

  async function known(meetings: readonly Meeting[]): Promise<KeptMeeting[]> {
    const exempt = new Set(store.retention.exempted())
    const wanted = new Set(store.refinings.all().map(({ meetingId }) => meetingId))
    const all: KeptMeeting[] = []
    for (const { id, startedAt, durationMs, state, unreadMs } of meetings)
      all.push({
        id,
        endedAtMs: Date.parse(startedAt) + durationMs,
        state,
        unreadMs,
        soundBytes: await recordings.soundBytes(id),
        busy: wanted.has(id) || isBusy(id),
        exempt: exempt.has(id),
      })
    return all
  }

  /** False: it is left for the next time. */
  async function attempt(id: MeetingId, work: () => Promise<boolean>): Promise<boolean> {
    try {
      return await work()
    } catch (error) {
      if (error instanceof AppError)
        log.warn('retention.skipped', { meetingId: id, code: error.code })
      else log.bug('retention.skipped', error)
      return false
    }
  }

  /** Looked at once more under its claim: it may have been taken up since. */
  async function removeSound(id: MeetingId): Promise<boolean> {
    using claim = keeping.claim(id)
    if (!claim || isBusy(id) || store.meetings.read(id)?.state !== 'done') return false
    await recordings.removeSound(id)
    return true
  }

  async function applyOnce(): Promise<void> {
    applied = rulesNow()
    if (applied.keepSoundDays === null && applied.keepMeetingsDays === null) return
    const nowMs = removalTime(parts)
    if (nowMs === null) return
    const due = dueRemovals(await known(store.meetings.list()), applied, nowMs)
    const soundRemoved: MeetingId[] = []
    const meetingsRemoved: MeetingId[] = []
    for (const id of due.meetings)
      if (!isOver && (await attempt(id, async () => (await deleteMeeting(id), true))))
        meetingsRemoved.push(id)
    for (const id of due.sound)
      if (!isOver && (await attempt(id, () => removeSound(id)))) soundRemoved.push(id)
    const left = due.meetings.length + due.sound.length
    const removed = meetingsRemoved.length + soundRemoved.length
    if (left === 0) return
    log.info('retention.applied', {
      sound: soundRemoved.length,
      meetings: meetingsRemoved.length,
      left: left - removed,
    })
    if (removed > 0) tell({ type: 'retention.applied', soundRemoved, meetingsRemoved })
  }

  async function applyAll(): Promise<void> {
    do {
      again = false
      await applyOnce()
    } while (again)
  }

  function apply(): void {
    if (isOver) return
    again = true
    running ??= applyAll()
      .catch((error: unknown) => log.bug('retention.failed', error))
      .finally(() => {
        running = null
      })
  }

  return {
    begin() {
      stopDaily = clock.every(dayMs, apply)
      apply()
    },
    heard(event) {
      if (event.type !== 'settings.changed' || store.readOnly) return
      const { keepSoundDays, keepMeetingsDays } = event.settings
      const same =
        keepSoundDays === applied.keepSoundDays && keepMeetingsDays === applied.keepMeetingsDays
      if (!same) apply()
    },
    async preview(rules) {
      const meetings = store.meetings.list()
      const all = await known(meetings)
      const due = dueRemovals(all, rules ?? rulesNow(), clock.now())
      const named = namesOf(meetings, all)
      return {
        sound: counted(due.sound.map(named)),
        meetings: counted(due.meetings.map(named)),
        exempt: all.filter(({ exempt }) => exempt).map(({ id }) => named(id)),
        waitsForClock: isClockDoubted(parts),
      }
    },
    async [Symbol.asyncDispose]() {
      stopDaily()
      // A change that was made just now is applied before the program ends, but no further round begins.
      await running
      isOver = true
    },
  }
}

type Affected = RetentionPreview['exempt'][number]

function namesOf(meetings: readonly Meeting[], all: readonly KeptMeeting[]) {
  const byId = new Map(meetings.map((meeting) => [meeting.id, meeting]))
  const bytesOf = new Map(all.map(({ id, soundBytes }) => [id, soundBytes]))
  return (id: MeetingId): Affected => ({
    meetingId: id,
    title: byId.get(id)?.title ?? '',
    startedAt: byId.get(id)?.startedAt ?? new Date(0).toISOString(),
    bytes: bytesOf.get(id) ?? 0,
  })
}

function counted(affected: readonly Affected[]): RetentionPreview['sound'] {
  return {
    count: affected.length,
    bytes: affected.reduce((sum, { bytes }) => sum + bytes, 0),
    first: affected.slice(0, mostNamed),
  }
}
