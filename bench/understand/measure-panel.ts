/**
 * How soon what matters is on the screen: while a meeting of an hour goes on, told segment by segment to the part of the
 * engine that follows it, and when it is over. Other sentences come right before each that is looked at, so that it has to
 * wait for its turn, as it seldom has where people speak at their own pace.
 */
import { setTimeout as wait } from 'node:timers/promises'
import type { EngineEvent } from '#contract/events.ts'
import type { SegmentId } from '#contract/ids.ts'
import { RECOGNITION } from '#engine/store/reader-positions.ts'
import type { InsightWork } from '#engine/insight-work.ts'
import { meetingInsights } from '#engine/meeting-insights.ts'
import { atMost, type Bench, quantile, rounded, told } from '../figures.ts'
import { generateMeetings } from './generate-meetings.ts'
import { talkOf } from './talk-of.ts'
import { keptMeetings } from '../../src-main/testing/kept-meetings.ts'
import type { LabelledMeeting } from './labels.ts'
import { openBank } from './phrases-open.ts'

const hourMs = 3_600_000
/** Sentences at whose insights is looked, over the hour. */
const looks = 12
/** Longer than insights may take, in milliseconds. */
const restMs = 2000
const stops = 3

export type FloorParts = Pick<InsightWork, 'createFindInsights' | 'resolveDue'>

export async function measurePanel(floor: FloorParts): Promise<Bench> {
  const meetings = generateMeetings(openBank).filter(({ language }) => language === 'en')
  const delays: number[] = []
  const ends: number[] = []
  for (let run = 0; run < stops; run += 1) {
    const { seen, endMs } = await follow(floor, meetings, run === 0 ? looks : 0)
    delays.push(...seen)
    ends.push(endMs)
  }
  return {
    title: 'The panel of a meeting of an hour, rules alone',
    figures: [
      told('insight after its sentence, p50', rounded(quantile(delays, 0.5), 0), 'ms'),
      atMost(
        1000,
        told('insight after its sentence, longest', rounded(Math.max(...delays), 0), 'ms'),
      ),
      told('sentences that had one', delays.length, ''),
      atMost(300, told('all there after the end, p50', rounded(quantile(ends, 0.5), 0), 'ms')),
    ],
    table: [],
  }
}

interface Followed {
  readonly seen: readonly number[]
  readonly endMs: number
}

async function follow(
  floor: FloorParts,
  meetings: readonly LabelledMeeting[],
  lookAt: number,
): Promise<Followed> {
  await using kept = await keptMeetings(null)
  const { store } = kept.parts.keeping
  const talk = talkOf(meetings, hourMs)
  const meetingId = kept.keep({ segments: [], language: 'en', state: 'live' })
  const told: { readonly event: EngineEvent; readonly atMs: number }[] = []
  await using insights = meetingInsights({
    ...floor,
    choose: async () => ({ without: 'Rules alone are measured.' }),
    parts: kept.parts,
    tell: (event) => told.push({ event, atMs: performance.now() }),
  })
  const meeting = store.meetings.read(meetingId)
  if (!meeting) throw new Error('The meeting is not kept.')
  insights.note({ type: 'meeting.started', meeting })
  const planted = plantedIn(meetings)
  const every = Math.ceil(talk.filter(({ id }) => planted.has(id)).length / Math.max(1, lookAt))
  const seen: number[] = []
  let passed = 0
  for (const segment of talk) {
    const isLook = lookAt > 0 && planted.has(segment.id) && (passed += 1) % every === 0
    store.segments.commit(meetingId, [segment], {
      track: segment.track,
      reader: RECOGNITION,
      toSample: segment.endMs * 16,
    })
    const saidMs = performance.now()
    insights.note({ type: 'segment.committed', meetingId, segment, open: false })
    if (!isLook) continue
    await wait(restMs)
    const first = told.find(({ event, atMs }) => atMs >= saidMs && cites(event, segment.id))
    if (first) seen.push(first.atMs - saidMs)
  }
  const stoppedMs = performance.now()
  insights.note({
    type: 'meeting.stopped',
    meeting: { ...meeting, state: 'done' },
    reason: 'asked',
  })
  await wait(1000)
  return { seen, endMs: (told.at(-1)?.atMs ?? stoppedMs) - stoppedMs }
}

/** Actions that were said in one segment. */
function plantedIn(meetings: readonly LabelledMeeting[]): ReadonlySet<SegmentId> {
  return new Set(
    meetings
      .flatMap(({ labels }) => labels)
      .filter(({ kind, sure, segmentIds }) => kind === 'action' && sure && segmentIds.length === 1)
      .flatMap(({ segmentIds }) => segmentIds),
  )
}

function cites(event: EngineEvent, id: SegmentId): boolean {
  return (
    event.type === 'insights.changed' &&
    event.insights.some(({ citations }) => citations.some(({ segmentId }) => segmentId === id))
  )
}
