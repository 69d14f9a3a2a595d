/** What generated meetings are made of: the words of one set of people in one language. */

/** What is talked about for a while. */
export interface Subject {
  /** With their article, singular; the first one names the subject. */
  readonly nouns: readonly string[]
  /** Something to do: a verb as `verbs` lists it, and what is done with it. */
  readonly tasks: readonly string[]
  /** What can be chosen, one in the place of another. */
  readonly choices: readonly string[]
  /** Said about it, and neither action nor decision nor question. */
  readonly facts: readonly string[]
}

/**
 * Frames have slots: `{do} {doing} {done}` or `{fare} {faccio} {fai} {fa} {facciamo} {farò} {farà} {fatto}` for a task,
 * `{noun} {choice} {other} {owner} {name} {due} {day} {number}`. Turns of different people stand between ` / `. What
 * stands before `::` says what a careful listener would note of it:
 *
 * - actions: who does it: `self`, `named`, `other` (of whom it is asked, and who speaks the second turn), `nobody`
 * - questions: `=>` comes before an answer
 * - `q`: it is a question too; `+a +d +q`: some would note an action, a decision, a question, and some would not
 */
export interface Phrases {
  readonly people: readonly string[]
  /** The forms of each verb, in the order of the task slots above. */
  readonly verbs: readonly string[]
  /** A time as it is said, with its slot `{day} {ordinal} {month}`, and after `=` how it is counted (`due.ts`). */
  readonly dues: readonly string[]
  readonly actions: readonly string[]
  readonly decisions: readonly string[]
  readonly questions: readonly string[]
  /** Said instead of an answer. */
  readonly unknowns: readonly string[]
  /** What sounds like something to note and is not. */
  readonly nearMisses: readonly string[]
  readonly talk: readonly string[]
  readonly chat: readonly string[]
  readonly nods: readonly string[]
  readonly openings: Readonly<Record<MeetingKind, string>>
  readonly turnings: readonly string[]
  readonly closings: readonly string[]
  readonly hesitations: readonly string[]
  /** What recognition makes of a word now and then. */
  readonly misheard: readonly string[]
}

export const meetingKinds = [
  'stand-up',
  'review',
  'sales call',
  'interview',
  'planning',
  'retrospective',
  'lecture',
] as const
export type MeetingKind = (typeof meetingKinds)[number]

export interface Bank {
  readonly name: 'open' | 'held-out'
  readonly languages: Readonly<
    Record<'en' | 'it', { readonly phrases: Phrases; readonly subjects: readonly Subject[] }>
  >
}

/** One entry for each line of a text that has something on it. */
export function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** The subjects of a text: an empty line between them; nouns, tasks and choices each on a line, then the facts. */
export function subjectsOf(text: string): Subject[] {
  return text
    .trim()
    .split(/\n\s*\n/)
    .map((block) => {
      const [nouns = '', tasks = '', choices = '', ...facts] = lines(block)
      const listed = (line: string): string[] => line.split(';').map((part) => part.trim())
      return { nouns: listed(nouns), tasks: listed(tasks), choices: listed(choices), facts }
    })
}
