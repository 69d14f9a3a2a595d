/**
 * What is left of what a language model claims: one that copies out of the text, and one that invents people, days, sums
 * and places in it. Whether a citation resolves and what it bears out is judged here by looking at the text itself.
 */
import type { Citation } from '#contract/citation.ts'
import type { Segment } from '#contract/transcript.ts'
import {
  honest,
  lying,
  scriptedLanguageModel,
} from '../../src-main/testing/scripted-language-model.ts'
import { atLeast, atMost, type Bench, rounded, told } from '../figures.ts'
import { generateMeetings } from './generate-meetings.ts'
import { keptMeetings } from '../../src-main/testing/kept-meetings.ts'
import { heldOutBank } from './phrases-held-out.ts'

const meetingsRead = 4

/** Something that is claimed, and the places named for it. */
interface Claim {
  readonly text: string
  readonly citations: readonly Citation[]
}

interface Judged {
  readonly claims: number
  readonly cited: number
  readonly resolved: number
  readonly uncited: number
  readonly unsupported: number
  readonly dropped: number
}

export async function measureCitations(): Promise<Bench> {
  const copied = await judge(honest)
  const invented = await judge(lying)
  const resolved = copied.resolved + invented.resolved
  const cited = copied.cited + invented.cited
  return {
    title: `What a language model claims of ${meetingsRead} meetings, after it was checked`,
    figures: [
      atLeast(100, told('citations that resolve', percent(resolved, cited), '%')),
      atMost(0, told('claims that cite nothing', copied.uncited + invented.uncited, '')),
      atMost(
        0,
        told(
          'unsupported names, numbers, dates left',
          copied.unsupported + invented.unsupported,
          '',
        ),
      ),
      // A check that lets nothing through, or that has nothing to check, would pass the above.
      atLeast(1, told('claims left of who copies', copied.claims, '')),
      atLeast(1, told('claims dropped of who lies', invented.dropped, '')),
    ],
    table: [
      { model: 'copying', ...copied },
      { model: 'lying', ...invented },
    ],
  }
}

async function judge(script: typeof honest): Promise<Judged> {
  await using kept = await keptMeetings(scriptedLanguageModel(script))
  const judged: Judged[] = []
  for (const { spoken } of generateMeetings(heldOutBank).slice(6, 6 + meetingsRead)) {
    const meetingId = kept.keep(spoken)
    const { model } = kept
    const found = await kept.api['insights.refresh']({ meetingId, model })
    const summary = await kept.api['summary.write']({
      meetingId,
      template: null,
      model,
      language: null,
    })
    const claims: Claim[] = [
      ...found.insights
        .filter(({ author }) => author === 'model')
        .flatMap((insight): Claim[] => {
          const { citations } = insight
          switch (insight.kind) {
            case 'action': {
              const { text, owner, due } = insight
              const named = owner === 'me' ? '' : (owner ?? '')
              return [{ text: `${text}\n${named}\n${due?.text ?? ''}`, citations }]
            }
            case 'question': {
              const { text, answer } = insight
              return [{ text, citations }, ...(answer ? [answer] : [])]
            }
            case 'decision':
            case 'keyword':
            case 'topic':
              return [{ text: insight.text, citations }]
            case 'tone':
              return []
          }
        }),
      ...(summary.author === 'model' ? summary.sections.flatMap(({ lines }) => lines) : []),
    ]
    const checked = judgeClaims(claims, spoken.segments)
    judged.push({
      ...checked,
      // A title cites nothing; what it says must stand somewhere.
      unsupported: checked.unsupported + foreignWords(summary.title ?? '', spoken.segments).length,
      dropped: found.understanding.dropped + summary.dropped,
    })
  }
  const sum = (of: (one: Judged) => number): number => judged.reduce((all, one) => all + of(one), 0)
  return {
    claims: sum(({ claims }) => claims),
    cited: sum(({ cited }) => cited),
    resolved: sum(({ resolved }) => resolved),
    uncited: sum(({ uncited }) => uncited),
    unsupported: sum(({ unsupported }) => unsupported),
    dropped: sum(({ dropped }) => dropped),
  }
}

function judgeClaims(
  claims: readonly Claim[],
  segments: readonly Segment[],
): Omit<Judged, 'dropped'> {
  const byId = new Map(segments.map((segment) => [segment.id, segment]))
  const cited = claims.flatMap(({ citations }) => citations)
  const resolves = ({ segmentId, startMs, endMs }: Citation): boolean => {
    const segment = byId.get(segmentId)
    return segment !== undefined && startMs >= segment.startMs && endMs <= segment.endMs
  }
  return {
    claims: claims.length,
    cited: cited.length,
    resolved: cited.filter(resolves).length,
    uncited: claims.filter(({ citations }) => citations.length === 0).length,
    unsupported: claims.reduce(
      (all, { text, citations }) =>
        all +
        foreignWords(
          text,
          citations.map(({ segmentId }) => byId.get(segmentId)),
        ).length,
      0,
    ),
  }
}

/**
 * Words with a capital or a figure in them that stand neither in the cited segments nor in the names of who said them.
 * Stricter than the check that is measured, and blind to how it works: these models only copy, so that nothing they
 * say need be said in other words. First words of a line may have a capital for being first.
 */
function foreignWords(claim: string, cited: readonly (Segment | undefined)[]): string[] {
  const there = new Set(
    cited.flatMap((segment) => wordsOf(`${segment?.text ?? ''} ${segment?.speaker ?? ''}`)),
  )
  return claim
    .split('\n')
    .flatMap((line) =>
      (line.match(/[\p{L}\p{N}]+/gu) ?? [])
        .filter((word, at) => /\p{N}/u.test(word) || (at > 0 && /^\p{Lu}\p{L}+/u.test(word)))
        .filter((word) => !there.has(word.toLowerCase())),
    )
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : rounded((part / whole) * 100)
}
