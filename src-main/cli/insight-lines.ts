/** What matters in a meeting, as lines for people. */
import type {
  Action,
  CarriedOver,
  Decision,
  Insight,
  Insights,
  Question,
} from '#contract/insight.ts'
import { originLine } from './origin-line.ts'
import { clockTime } from './progress.ts'

type OfKind<K extends Insight['kind']> = Extract<Insight, { readonly kind: K }>

export function insightLines({ understanding, insights }: Insights): string[] {
  const of = <K extends Insight['kind']>(kind: K): Array<OfKind<K>> =>
    insights.filter((insight): insight is OfKind<K> => insight.kind === kind)
  const parts = [
    part(
      'Action items',
      of('action').map((each) => timed(each, actionText(each))),
    ),
    part(
      'Decisions',
      of('decision').map((each) => timed(each, decisionText(each))),
    ),
    part(
      'Questions',
      of('question').map((each) => timed(each, questionText(each))),
    ),
    part(
      'Topics',
      of('topic').map(({ startMs, text }) => at(startMs, text)),
    ),
    part('Keywords', keywordLines(of('keyword'))),
    part('Tone', toneLines(of('tone'))),
  ]
  const { model, without, dropped } = understanding
  const origin = originLine({ author: model === null ? 'rules' : 'model', model, without, dropped })
  const found = parts.flat()
  return [...(found.length > 0 ? found : ['Nothing was found.']), '', origin]
}

export function carriedLines({ actions, decisions }: CarriedOver): string[] {
  const from = ({ meetingTitle, startedAt }: { meetingTitle: string; startedAt: string }): string =>
    `  ${meetingTitle}, ${startedAt.slice(0, 10)}`
  const lines = [
    part(
      'Still to do',
      actions.map((each) => `${actionText(each.insight)}${from(each)}`),
    ),
    part(
      'Decided',
      decisions.map((each) => `${decisionText(each.insight)}${from(each)}`),
    ),
  ].flat()
  return lines.length > 0 ? lines : ['Nothing is left over from earlier meetings.']
}

function part(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`)]
}

function timed({ citations }: Insight, text: string): string {
  const [first] = citations
  return first ? at(first.startMs, text) : `${' '.repeat(9)}${text}`
}

function at(startMs: number, text: string): string {
  return `${clockTime(startMs).padStart(7)}  ${text}`
}

function actionText({ text, owner, due, done }: Action): string {
  const day =
    due && (due.date === null || due.date === due.text ? due.text : `${due.text}, ${due.date}`)
  const facts = [owner, day].filter((fact) => fact !== null).join('; ')
  return `[${done ? 'x' : ' '}] ${text}${facts === '' ? '' : ` (${facts})`}`
}

function decisionText({ text, changes }: Decision): string {
  if (changes === null) return text
  return `${text} (changes what was decided on ${changes.startedAt.slice(0, 10)}: ${changes.text})`
}

function questionText({ text, answer }: Question): string {
  return `${text}  ${answer === null ? '(open)' : `-> ${answer.text}`}`
}

function keywordLines(keywords: ReadonlyArray<OfKind<'keyword'>>): string[] {
  if (keywords.length === 0) return []
  return [keywords.map(({ text, count }) => `${text} (${count})`).join(', ')]
}

/** Only what stands out: nobody reads a number for every minute. */
const noticeable = 0.3

function toneLines(tones: ReadonlyArray<OfKind<'tone'>>): string[] {
  return tones
    .filter(({ score }) => Math.abs(score) >= noticeable)
    .map(({ startMs, score }) => at(startMs, score > 0 ? 'positive words' : 'negative words'))
}
