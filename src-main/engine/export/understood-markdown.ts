/** Summary and insights in Markdown: each statement with the time of the sentence on which it rests. */
import type { Citation } from '#contract/citation.ts'
import type { Action, Decision, Insight, Question } from '#contract/insight.ts'
import type { Summary } from '#contract/summary.ts'
import { escaped } from './escape-markdown.ts'
import { cleanTokens } from './speech-pieces.ts'
import { timeMark } from './time-marks.ts'
import type { Understood } from './understood.ts'

/** Blocks to be parted by empty lines; none where nothing is known. */
export function understoodBlocks({ summary, insights }: Understood): string[] {
  const of = <K extends Insight['kind']>(kind: K) =>
    (insights?.insights ?? []).filter(
      (insight): insight is Extract<Insight, { readonly kind: K }> => insight.kind === kind,
    )
  return [
    ...(summary === null ? [] : summaryBlocks(summary)),
    ...list('Action items', of('action').map(actionLine)),
    ...list('Decisions', of('decision').map(decisionLine)),
    ...list('Questions', of('question').map(questionLine)),
    ...list(
      'Topics',
      of('topic').map(({ startMs, text }) => `- \`${timeMark(startMs)}\` ${plain(text)}`),
    ),
    ...(of('keyword').length === 0
      ? []
      : [
          '## Keywords',
          of('keyword')
            .map(({ text }) => plain(text))
            .join(', '),
        ]),
    ...(insights === null || insights.insights.length === 0 ? [] : [insightsOrigin(insights)]),
  ]
}

function insightsOrigin({ understanding }: NonNullable<Understood['insights']>): string {
  const { model } = understanding
  return model === null
    ? '*Found by rules, without a language model.*'
    : `*Found with ${plain(model)}.*`
}

function summaryBlocks(summary: Summary): string[] {
  const sections = summary.sections.filter(({ lines }) => lines.length > 0)
  if (sections.length === 0) return []
  const outdated = summary.outdated ? ' The transcript was changed since.' : ''
  return [
    '## Summary',
    `*${summaryOrigin(summary)}${outdated}*`,
    ...sections.flatMap(({ title, lines }) => [
      `### ${plain(title)}`,
      lines.map(({ text, citations }) => `- ${plain(text)}${timesOf(citations)}`).join('\n'),
    ]),
  ]
}

function summaryOrigin({ author, model }: Summary): string {
  switch (author) {
    case 'person':
      return 'Written by a person.'
    case 'model':
      return `Written by ${plain(model ?? 'a language model')}.`
    case 'rules':
      return 'Put together by rules, without a language model.'
  }
}

function list(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`## ${title}`, lines.join('\n')]
}

function actionLine({ text, owner, due, done, citations }: Action): string {
  const day =
    due && (due.date === null || due.date === due.text ? due.text : `${due.text}, ${due.date}`)
  const facts = [owner, day].filter((fact) => fact !== null).map(plain)
  const behind = facts.length === 0 ? '' : ` (${facts.join('; ')})`
  return `- [${done ? 'x' : ' '}] ${plain(text)}${behind}${timesOf(citations)}`
}

function decisionLine({ text, changes, citations }: Decision): string {
  const before =
    changes === null
      ? ''
      : ` (changes what was decided on ${changes.startedAt.slice(0, 10)}: ${plain(changes.text)})`
  return `- ${plain(text)}${before}${timesOf(citations)}`
}

function questionLine({ text, answer, citations }: Question): string {
  const behind =
    answer === null ? ' (open)' : `\n  - ${plain(answer.text)}${timesOf(answer.citations)}`
  return `- ${plain(text)}${timesOf(citations)}${behind}`
}

function timesOf(citations: readonly Citation[]): string {
  const marks = new Set(citations.map(({ startMs }) => `\`${timeMark(startMs)}\``))
  return marks.size === 0 ? '' : ` ${[...marks].join(' ')}`
}

/** One line without control characters, none of it taken for mark-up. */
function plain(text: string): string {
  return escaped(cleanTokens(text).join(' '))
}
