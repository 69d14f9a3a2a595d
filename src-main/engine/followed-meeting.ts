/** The text of a meeting whose insights are followed, and what of it was read by whom. */
import type { MeetingId, SegmentId } from '#contract/ids.ts'
import type { Insights } from '#contract/insight.ts'
import type { Meeting } from '#contract/meeting.ts'
import type { Segment } from '#contract/transcript.ts'
import type { FindInsights } from './insights/finding.ts'
import type { KnownInsight } from './evidence/known-insight.ts'
import type { Store } from './store/store.ts'

export type FollowedMeeting = ReturnType<typeof followedMeeting>

/** Its text as the store has it now; from then on it is told of every change. */
export function followedMeeting(store: Store, id: MeetingId, find: FindInsights) {
  const segments = new Map(store.segments.ofMeeting(id).map((one) => [one.id, one]))
  const open = new Set<SegmentId>()
  /** What the language model has read, as it was then. */
  const read = new Map<SegmentId, string>()
  const endMs = (): number => Math.max(0, ...[...segments.values()].map((one) => one.endMs))
  let askedMs = 0
  let isChanged = false
  let stopRun: (() => void) | null = null
  let language = store.meetings.read(id)?.language ?? 'auto'
  let title = store.meetings.read(id)?.title ?? ''
  const understood = store.insights.understanding(id)
  if (understood?.model) for (const one of segments.values()) read.set(one.id, textOf(one))

  return {
    id,
    find,
    leaving: new AbortController(),
    live: false,
    refining: false,
    /** Text has changed since it was understood. */
    stale: true,
    nextRunAtMs: 0,
    /** The language model reads it. */
    modelFailed: false,
    job: null as Promise<void> | null,
    last: null as Insights | null,
    /** What is known where nothing can be kept. */
    unkept: null as readonly KnownInsight[] | null,
    /** The cited text by which a model's finding was checked. */
    checked: new Map<string, string>(),
    language: () => language,
    isOpen: (segment: SegmentId) => open.has(segment),

    text: () =>
      [...segments.values()].toSorted((a, b) => a.startMs - b.startMs || a.endMs - b.endMs),
    /** Closed text that the language model has not read as it is now. */
    unread: () =>
      [...segments.values()]
        .filter((one) => !open.has(one.id) && read.get(one.id) !== textOf(one))
        .toSorted((a, b) => a.startMs - b.startMs),
    /** How much has been said since the language model was asked, in milliseconds. */
    sinceAskedMs: () => endMs() - askedMs,
    changedSinceAsked: () => isChanged,
    asked() {
      askedMs = endMs()
      isChanged = false
      this.modelFailed = false
    },
    readByModel(some: readonly Segment[]) {
      for (const one of some) read.set(one.id, textOf(one))
    },
    forgetModel: () => read.clear(),

    committed(segment: Segment, isOpen: boolean) {
      isChanged = true
      segments.set(segment.id, segment)
      if (isOpen) open.add(segment.id)
      else open.delete(segment.id)
    },
    revised(removed: readonly SegmentId[], some: readonly Segment[]) {
      isChanged = true
      for (const gone of removed) segments.delete(gone)
      for (const one of some) {
        // It was loaded after the change, so what was read is not what is there.
        const known = segments.get(one.id)
        if (known && textOf(known) === textOf(one)) read.delete(one.id)
        segments.set(one.id, one)
      }
    },
    /** Who says these is known now. */
    named(speaker: string | null, ids: readonly SegmentId[]) {
      isChanged = true
      for (const segmentId of ids) {
        const known = segments.get(segmentId)
        if (!known) continue
        // It was loaded after the change, so what was read is not what is there.
        if (known.speaker === speaker) read.delete(segmentId)
        segments.set(segmentId, { ...known, speaker })
      }
    },
    /** Whether it matters to what is found. */
    changed(meeting: Meeting): boolean {
      const matters = meeting.language !== language || meeting.title !== title
      ;({ language, title } = meeting)
      return matters
    },
    over() {
      this.live = false
      open.clear()
    },

    isDue: () => stopRun !== null,
    runLater(stop: () => void) {
      stopRun = stop
    },
    cancelRun() {
      stopRun?.()
      stopRun = null
    },
    async endJob() {
      this.leaving.abort(new Error('begun anew'))
      await this.job?.catch(() => {})
      this.leaving = new AbortController()
    },
    end() {
      this.cancelRun()
      this.leaving.abort(new Error('left'))
    },
  }
}

function textOf({ text, speaker }: Segment): string {
  return `${speaker ?? ''}\n${text}`
}
