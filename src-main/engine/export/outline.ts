/** What stands above the text of a meeting, in the order of a document and in no format yet. */
import type { Citation } from '#contract/citation.ts'
import type { Action, Decision, Insight, Insights, Question } from '#contract/insight.ts'
import type { Summary } from '#contract/summary.ts'
import { cleanTokens } from './speech-pieces.ts'
import type { Understood } from './understood.ts'
import type { Words } from './words.ts'

/** A statement with the places on which it rests. */
export interface Line {
  readonly text: string
  /** What is known of it besides, in brackets. */
  readonly aside: string | null
  readonly timesMs: readonly number[]
  /** What answers it. */
  readonly below: Line | null
}

export interface Task extends Line {
  readonly owner: string | null
  readonly due: string | null
  readonly done: boolean
}

export type Part =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'remark'; readonly text: string }
  | { readonly kind: 'lines'; readonly lines: readonly Line[] }
  | { readonly kind: 'moments'; readonly lines: readonly Line[] }
  | { readonly kind: 'tasks'; readonly tasks: readonly Task[] }
  | { readonly kind: 'terms'; readonly terms: readonly string[] }

/** Nothing where nothing is known. */
export function outlineOf({ summary, insights }: Understood, words: Words): Part[] {
  return [
    ...(summary === null ? [] : summaryParts(summary, words)),
    ...(insights === null || insights.insights.length === 0 ? [] : insightParts(insights, words)),
  ]
}

function summaryParts(summary: Summary, words: Words): Part[] {
  const sections = summary.sections.filter(({ lines }) => lines.length > 0)
  if (sections.length === 0) return []
  const outdated = summary.outdated ? ` ${words.outdated}` : ''
  return [
    { kind: 'heading', level: 1, text: words.summary },
    { kind: 'remark', text: `${summaryOrigin(summary, words)}${outdated}` },
    ...sections.flatMap(({ title, lines }): Part[] => [
      { kind: 'heading', level: 2, text: plain(title) },
      { kind: 'lines', lines: lines.map(({ text, citations }) => line(text, citations)) },
    ]),
  ]
}

function summaryOrigin({ author, model }: Summary, words: Words): string {
  switch (author) {
    case 'person':
      return words.byPerson
    case 'model':
      return words.byModel(model ?? words.someModel)
    case 'rules':
      return words.byRules
  }
}

function insightParts({ insights, understanding: { model } }: Insights, words: Words): Part[] {
  const of = <K extends Insight['kind']>(kind: K) =>
    insights.filter(
      (insight): insight is Extract<Insight, { readonly kind: K }> => insight.kind === kind,
    )
  const terms = of('keyword').map(({ text }) => plain(text))
  const topics = of('topic').map(({ text, startMs }) => ({ ...line(text, []), timesMs: [startMs] }))
  return [
    ...under(words.actions, of('action').map(task), (tasks) => ({ kind: 'tasks', tasks })),
    ...under(
      words.decisions,
      of('decision').map((one) => decision(one, words)),
      (lines) => ({ kind: 'lines', lines }),
    ),
    ...under(
      words.questions,
      of('question').map((one) => question(one, words)),
      (lines) => ({ kind: 'lines', lines }),
    ),
    ...under(words.topics, topics, (lines) => ({ kind: 'moments', lines })),
    ...under(words.keywords, terms, (all) => ({ kind: 'terms', terms: all })),
    { kind: 'remark', text: model === null ? words.foundByRules : words.foundBy(model) },
  ]
}

function under<Item>(
  title: string,
  items: readonly Item[],
  part: (items: readonly Item[]) => Part,
): Part[] {
  return items.length === 0 ? [] : [{ kind: 'heading', level: 1, text: title }, part(items)]
}

function task({ text, owner, due, done, citations }: Action): Task {
  const day =
    due && (due.date === null || due.date === due.text ? due.text : `${due.text}, ${due.date}`)
  return { ...line(text, citations), owner: owner && plain(owner), due: day && plain(day), done }
}

function decision({ text, changes, citations }: Decision, words: Words): Line {
  const before = changes && words.changes(changes.startedAt.slice(0, 10), plain(changes.text))
  return { ...line(text, citations), aside: before }
}

function question({ text, answer, citations }: Question, words: Words): Line {
  return answer === null
    ? { ...line(text, citations), aside: words.open }
    : { ...line(text, citations), below: line(answer.text, answer.citations) }
}

function line(text: string, citations: readonly Citation[]): Line {
  const timesMs = [...new Set(citations.map(({ startMs }) => startMs))]
  return { text: plain(text), aside: null, timesMs, below: null }
}

/** One line without control characters. */
function plain(text: string): string {
  return cleanTokens(text).join(' ')
}
