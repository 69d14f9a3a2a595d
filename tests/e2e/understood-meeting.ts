/** A meeting of which everything was understood that can be, for specs and pictures. */
import type { Meeting } from '#contract/meeting.ts'
import type { Segment } from '#contract/transcript.ts'
import { aMeeting, aSegment, type ScriptedEngine } from './scripted-engine.ts'
import { aDecision, anAction, aQuestion, around, aSummary, cites } from './understanding-script.ts'

const said = [
  ['them', 'Shall we begin with the budget for the second quarter?'],
  ['me', 'Yes. Anna will send the offer to the customer by Friday.'],
  ['them', 'Then we decided to take the larger server after all.'],
  ['me', 'Who books the room for the workshop?'],
  ['them', 'How much is left of the budget?'],
  ['me', 'Eleven thousand are left of the budget.'],
] as const

export interface Understood {
  readonly meeting: Meeting
  readonly earlier: Meeting
  readonly segments: readonly [Segment, Segment, Segment, Segment, Segment, Segment]
}

/** Puts it into the engine, with enough text behind it that one has to scroll. */
export function understoodMeeting(
  engine: ScriptedEngine,
  change: Partial<Meeting> = {},
): Understood {
  const lines = said.map(([track, text], index) => aSegment(track, index * 9_000, text))
  const segments = lines as unknown as Understood['segments']
  const [first, offer, server, room, , left] = segments
  const more = Array.from({ length: 30 }, (_, index) =>
    aSegment(index % 2 ? 'me' : 'them', 60_000 + index * 9_000, `And so it went on, ${index}.`),
  )
  const earlier = engine.keep(
    aMeeting({ title: 'Kick-off', startedAt: '2026-03-05T10:00:00.000Z' }),
    [aSegment('them', 3_000, 'We take the small server.')],
  )
  const meeting = engine.keep(aMeeting(change), [...segments, ...more])
  const before = aDecision('Take the small server', segments[2])
  engine.find(meeting.id, [
    anAction('Send the offer to the customer', offer, {
      owner: 'Anna',
      due: { text: 'by Friday', date: '2026-11-27' },
    }),
    anAction('<b onclick="alert(1)">Book</b> the room', room, { owner: 'me', done: true }),
    aDecision('Take the larger server', server, {
      changes: {
        meetingId: earlier.id,
        insightId: before.id,
        meetingTitle: earlier.title,
        startedAt: earlier.startedAt,
        text: before.text,
      },
    }),
    aQuestion('How much is left of the budget?', segments[4], {
      answer: { text: 'Eleven thousand.', citations: cites(left) },
    }),
    aQuestion('Who books the room for the workshop?', room),
    ...around('budget', [first, left]),
  ])
  return { meeting, earlier, segments }
}

export function summarised(engine: ScriptedEngine, { meeting, segments }: Understood) {
  const [, offer, server, , , left] = segments
  const line = (text: string, ...from: readonly Segment[]) => ({ text, citations: cites(...from) })
  const overview = [
    line('Eleven thousand are left of the budget of the second quarter.', left),
    line('Anna sends the offer to the customer by Friday.', offer, left),
  ]
  const sections = [
    { title: 'Overview', lines: overview },
    { title: 'Decisions', lines: [line('The larger server is taken after all.', server)] },
  ]
  return engine.write(aSummary(meeting.id, sections, { title: 'Budget and server' }))
}
