/** How long the rules take for the summary of a meeting of an hour. */
import { randomUUID } from 'node:crypto'
import { SegmentId } from '#contract/ids.ts'
import { atMost, type Bench, quantile, rounded, told } from '../figures.ts'
import { generateMeetings } from './generate-meetings.ts'
import { talkOf } from './talk-of.ts'
import { keptMeetings } from '../../src-main/testing/kept-meetings.ts'
import { heldOutBank } from './phrases-held-out.ts'

const hourMs = 3_600_000
const runs = 5

export async function measureHour(): Promise<Bench> {
  await using kept = await keptMeetings(null)
  const english = generateMeetings(heldOutBank).filter(({ language }) => language === 'en')
  const segments = talkOf(english, hourMs)
  const times: number[] = []
  let lines = 0
  // Each run is another meeting, so that nothing is known of it from the run before.
  for (let run = 0; run < runs; run += 1) {
    const text = segments.map((one) => ({ ...one, id: SegmentId.parse(randomUUID()) }))
    const meetingId = kept.keep({ segments: text, language: 'en' })
    const began = performance.now()
    const summary = await kept.api['summary.write']({
      meetingId,
      template: null,
      model: 'none',
      language: null,
    })
    times.push(performance.now() - began)
    lines = summary.sections.flatMap((section) => section.lines).length
  }
  return {
    title: `The summary of a meeting of an hour, ${segments.length} segments, rules alone`,
    figures: [
      atMost(1000, told('summary written, p50', rounded(quantile(times, 0.5), 0), 'ms')),
      told('longest', rounded(Math.max(...times), 0), 'ms'),
      told('its lines', lines, ''),
    ],
    table: [],
  }
}
