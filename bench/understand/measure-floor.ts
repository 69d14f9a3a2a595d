/** What the program finds by rules of what was planted in the generated meetings, and what it finds that was not. */
import { keptMeetings } from '../../src-main/testing/kept-meetings.ts'
import { atLeast, type Bench, type Figure, rounded, told } from '../figures.ts'
import { generateMeetings } from './generate-meetings.ts'
import { labelledKinds, type LabelledMeeting } from './labels.ts'
import { heldOutBank } from './phrases-held-out.ts'
import { openBank } from './phrases-open.ts'
import {
  type MeetingScore,
  precision,
  recall,
  scoreMeeting,
  shareOf,
  sumScores,
} from './score-findings.ts'

export async function measureFloor(): Promise<Bench> {
  await using kept = await keptMeetings(null)
  const scored: { readonly meeting: LabelledMeeting; readonly score: MeetingScore }[] = []
  for (const meeting of [openBank, heldOutBank].flatMap((bank) => generateMeetings(bank))) {
    const meetingId = kept.keep(meeting.spoken)
    const { insights } = await kept.api['insights.refresh']({ meetingId, model: 'none' })
    scored.push({ meeting, score: scoreMeeting(meeting, insights) })
  }
  const of = (bank: LabelledMeeting['bank'], language: 'en' | 'it' | null): MeetingScore =>
    sumScores(
      scored
        .filter(
          ({ meeting }) =>
            meeting.bank === bank && (language === null || meeting.language === language),
        )
        .map(({ score }) => score),
    )
  const open = of('open', null)
  const heldOut = of('held-out', null)
  return {
    title: `Rules on ${scored.length} generated meetings`,
    figures: [
      ...promised(heldOut),
      ...beside('held-out', heldOut),
      ...labelledKinds.flatMap((kind) => [
        told(`open: ${kind}s, precision`, rounded(precision(open.kinds[kind]), 3), ''),
        told(`open: ${kind}s, recall`, rounded(recall(open.kinds[kind]), 3), ''),
      ]),
      ...beside('open', open),
    ],
    table: (['open', 'held-out'] as const).flatMap((bank) =>
      (['en', 'it'] as const).flatMap((language) => rowsOf(bank, language, of(bank, language))),
    ),
  }
}

function promised({ kinds }: MeetingScore): Figure[] {
  return labelledKinds.flatMap((kind) => [
    atLeast(0.95, told(`held-out: ${kind}s, precision`, rounded(precision(kinds[kind]), 3), '')),
    atLeast(0.9, told(`held-out: ${kind}s, recall`, rounded(recall(kinds[kind]), 3), '')),
  ])
}

function beside(bank: string, score: MeetingScore): Figure[] {
  const { owners, dues, answers, turnings, keywords } = score
  const shares = {
    'owner right': owners,
    'time right': dues,
    'answered or open right': answers,
    'turns of subject within a minute': turnings,
    'subjects with a keyword': keywords,
  }
  return Object.entries(shares).map(([name, share]) =>
    told(`${bank}: ${name}`, rounded(shareOf(share), 3), ''),
  )
}

function rowsOf(bank: string, language: string, score: MeetingScore) {
  return labelledKinds.map((kind) => {
    const { hits, mistakes, missed } = score.kinds[kind]
    return {
      bank,
      language,
      kind,
      planted: hits + missed,
      found: hits,
      mistakes,
      precision: rounded(precision(score.kinds[kind]), 3),
      recall: rounded(recall(score.kinds[kind]), 3),
    }
  })
}
