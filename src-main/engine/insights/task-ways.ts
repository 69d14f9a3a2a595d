/** The ways in which a language says that something will be done, and what is made of them. */
import type { Doer, Task } from './act.ts'

export interface Way {
  readonly who: Doer['who']
  readonly pattern: RegExp
  /** Which verbs it lets pass, in the words of its language. */
  readonly verbs: string
  /** It is put as a question, so a question mark says nothing against it. */
  readonly request: boolean
  /** Only where a time is said. */
  readonly timed: boolean
}

/** What is known of the line beside its words. */
export interface Circumstances {
  /** A question mark stands at its end. */
  readonly marked: boolean
  /** A time is said in it. */
  readonly timed: boolean
}

export interface TaskRules {
  /** The surest first. */
  readonly ways: readonly Way[]
  /** Of all of them, to pass over most lines. */
  readonly any: RegExp
  /** Of the whole line: nothing in it is to be done. */
  readonly never: readonly RegExp[]
  /** What stands before a task and makes it none. */
  readonly undone: RegExp
  /** A question mark behind it asks for consent only. */
  readonly tagged: RegExp
  /** What of a task is only talk, at its end. */
  readonly trailing: readonly RegExp[]
  readonly pronoun: RegExp
  /** Whether a verb, with all that follows it, is something to do. */
  isDone(verb: string, rest: string, way: Way, of: Circumstances): boolean
}

/**
 * One way on each line: `who verbs request timed :: pattern`, the last two where they hold. Slots such as `{mine}` are
 * filled; the groups `verb` and `name` say where the task begins and who does it.
 */
export function waysOf(table: string, slots: Readonly<Record<string, string>>): Way[] {
  const filled = (pattern: string): string =>
    pattern.replaceAll(/(?<!\\p)\{([a-zA-Z]+)\}/g, (slot, name: string) => {
      const words = slots[name]
      if (words === undefined) throw new Error(`A pattern has a slot that nothing fills: ${slot}`)
      return filled(words)
    })
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const [how = '', pattern = ''] = line.split(' :: ')
      const [who, verbs = '', ...marks] = how.trim().split(' ')
      return {
        who: doerOf(who ?? ''),
        pattern: new RegExp(`(?<= )${filled(pattern)}`, 'dgu'),
        verbs,
        request: marks.includes('request'),
        timed: marks.includes('timed'),
      }
    })
}

/** Whether any of the ways may be there: all of them at once cost less than one after the other. */
export function anyOf(ways: readonly Way[]): RegExp {
  return anyPattern(ways.map(({ pattern }) => pattern))
}

/** Matches where any of the patterns does. */
export function anyPattern(patterns: readonly RegExp[]): RegExp {
  return new RegExp(
    patterns.map(({ source }) => source.replaceAll(/\(\?<[a-z]+>/g, '(?:')).join('|'),
    'u',
  )
}

/** The first thing to do that a line speaks of. */
export function taskIn(text: string, of: Circumstances, rules: TaskRules): Task | null {
  if (!rules.any.test(text)) return null
  if (rules.never.some((pattern) => pattern.test(text))) return null
  const asks = of.marked && !rules.tagged.test(text)
  for (const way of rules.ways) {
    if ((asks && !way.request) || (way.timed && !of.timed)) continue
    for (const match of text.matchAll(way.pattern)) {
      const groups = match.indices?.groups
      const [from, to] = groups?.['verb'] ?? [match.index, match.index]
      const rest = text.slice(from)
      if (!rules.isDone(text.slice(from, to), rest, way, of)) continue
      if (rules.undone.test(text.slice(0, match.index))) continue
      const doer: Doer =
        way.who === 'named' ? { who: way.who, at: groups?.['name']?.[0] ?? from } : { who: way.who }
      return {
        doer,
        from: groups?.['from']?.[0] ?? from,
        to: from + trimmed(rest, rules).length,
        pronoun: rules.pronoun.test(text.slice(match.index)),
      }
    }
  }
  return null
}

function trimmed(rest: string, { trailing }: TaskRules): string {
  let task = rest
  for (let before = ''; before !== task;) {
    before = task
    for (const pattern of trailing) task = task.replace(pattern, ' ')
  }
  return task
}

function doerOf(who: string): Doer['who'] {
  switch (who) {
    case 'speaker':
    case 'listener':
    case 'named':
    case 'nobody':
    case 'volunteer':
      return who
    default:
      throw new Error(`Nobody is called ${who} here.`)
  }
}
