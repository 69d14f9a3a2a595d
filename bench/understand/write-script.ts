/** Writes what is said in a meeting, line by line, as it is meant. */
import type { Chance } from '../sounds/random.ts'
import type { Bank, MeetingKind, Phrases, Subject } from './bank.ts'
import { deck } from './deck.ts'
import { sayDue, workday } from './due.ts'
import { fill, parseFrame, taskWords, type Frame } from './fill-frame.ts'
import type { DueLabel, LabelledKind } from './labels.ts'

export interface ScriptLine {
  readonly person: number
  readonly text: string
  /** What is to be noted of it; shared by the lines that say it together. */
  readonly noted: readonly Noted[]
  readonly turning: boolean
}

export interface Noted {
  readonly kind: LabelledKind
  readonly sure: boolean
  readonly owner: { readonly person: number; readonly named: boolean } | null
  readonly due: DueLabel | null
  readonly answered: boolean | null
}

export interface MeetingPlan {
  readonly kind: MeetingKind
  readonly language: 'en' | 'it'
  readonly people: readonly string[]
  readonly subjects: readonly Subject[]
  /** About so many milliseconds of talk. */
  readonly lengthMs: number
  /** Midnight UTC of its day. */
  readonly today: number
}

type Slots = Record<string, string>

/** Keeps its place in the bank from meeting to meeting. */
export function scriptWriter(bank: Bank, language: 'en' | 'it', chance: Chance) {
  const { phrases } = bank.languages[language]
  const next = decksOf(phrases, chance)
  const tasks = new Map<Subject, () => string>()

  return (plan: MeetingPlan): ScriptLine[] => {
    const { people } = plan
    const script: ScriptLine[] = []
    let person = 0
    let subject = first(plan.subjects)
    let wasNear = false

    const said = { today: plan.today, language, chance }
    const other = (than: number): number =>
      (than + 1 + Math.floor(chance.next() * (people.length - 1))) % people.length
    const nameOf = (at: number): string => people[at] ?? ''

    function slots(): Slots {
      const task = tasks.get(subject) ?? deck(subject.tasks, chance)
      tasks.set(subject, task)
      const choice = chance.pick(subject.choices)
      return {
        ...taskWords(task(), phrases.verbs, language),
        noun: chance.pick(subject.nouns),
        choice,
        other: chance.pick(subject.choices.filter((one) => one !== choice)),
        name: nameOf(other(person)),
        day: workday(said),
        number: String(Math.round(chance.between(3, 40))),
        due: '',
      }
    }

    function say(text: string, words: Slots, noted: readonly Noted[] = []): void {
      script.push({ person, text: fill(text, words), noted, turning: false })
    }

    /** All turns of a frame, the first by who speaks, the second by another, and so on. */
    function converse(frame: Frame, noted: readonly Noted[], words: Slots, second: number): void {
      const began = person
      for (const [at, turn] of frame.turns.entries()) {
        person = at % 2 === 0 ? began : second
        say(turn, words, noted)
      }
    }

    function plantAction(): void {
      const frame = parseFrame(next.actions())
      const second = other(person)
      const due = chance.next() < 0.6 ? sayDue(next.dues(), said) : null
      const named = frame.turns.some((turn) => turn.includes('{owner}'))
      const owner = frame.marks.has('nobody')
        ? null
        : frame.marks.has('self')
          ? { person, named }
          : { person: second, named }
      const words = { ...slots(), owner: nameOf(second), due: due?.text ?? '' }
      converse(frame, [note('action', { owner, due }), ...doubts(frame)], words, second)
    }

    function plantDecision(): void {
      const frame = parseFrame(next.decisions())
      converse(frame, [note('decision'), ...doubts(frame)], slots(), other(person))
    }

    function plantQuestion(): void {
      const frame = parseFrame(next.questions())
      const answered = chance.next() < 0.6
      const words = slots()
      const mentioned = people.indexOf(words['name'] ?? '')
      converse(
        frame,
        [note('question', { answered }), ...doubts(frame, 'question')],
        words,
        other(person),
      )
      const addressed = frame.turns[0]?.startsWith('{name}') ?? false
      person = addressed && mentioned >= 0 ? mentioned : other(person)
      if (!addressed && nameOf(person) === words['name']) words['name'] = nameOf(other(person))
      say(answered ? (frame.answer ?? '') : next.unknowns(), words)
    }

    function almost(): void {
      const frame = parseFrame(next.nearMisses())
      const noted = frame.marks.has('q')
        ? [note('question'), ...doubts(frame, 'question')]
        : doubts(frame, 'question')
      converse(frame, noted, slots(), other(person))
      wasNear = true
    }

    const facts = new Map(plan.subjects.map((each) => [each, [...each.facts]]))
    function talk(): void {
      const fact = chance.next() < 0.2 ? facts.get(subject)?.pop() : undefined
      say(fact ?? next.talk(), slots())
    }

    function goOn(): void {
      const afterNear = wasNear
      wasNear = false
      // A nod behind "should we?" would make it something else.
      const draw = afterNear ? chance.between(0, 0.46) : chance.next()
      if (draw < 0.46) talk()
      else if (draw < 0.51) say(next.chat(), slots())
      else if (draw < 0.68) say(next.nods(), slots())
      else if (draw < 0.84) almost()
      else if (draw < 0.895) plantAction()
      else if (draw < 0.935) plantDecision()
      else plantQuestion()
    }

    function turnToSpeaker(): void {
      const lecture = plan.kind === 'lecture'
      if (lecture && person !== 0) person = 0
      else if (chance.next() < (lecture ? 0.12 : 0.4)) person = other(person)
    }

    say(phrases.openings[plan.kind], slots())
    const share = plan.lengthMs / plan.subjects.length
    for (const [at, each] of plan.subjects.entries()) {
      subject = each
      person = 0
      const noun = first(each.nouns)
      const text = fill(next.turnings(), { ...slots(), noun })
      script.push({ person, text, noted: [], turning: at > 0 })
      while (spokenMs(script) < share * (at + 1)) {
        turnToSpeaker()
        goOn()
      }
    }
    person = 0
    for (const closing of phrases.closings) say(closing, slots())
    return script
  }
}

/** About how long it takes to say them, pauses among them. */
function spokenMs(script: readonly ScriptLine[]): number {
  return script.reduce((sum, { text }) => sum + 700 + text.length * 72, 0)
}

function decksOf(phrases: Phrases, chance: Chance) {
  const { dues, actions, decisions, questions, unknowns, nearMisses, talk, chat, nods, turnings } =
    phrases
  return {
    dues: deck(dues, chance),
    actions: deck(actions, chance),
    decisions: deck(decisions, chance),
    questions: deck(questions, chance),
    unknowns: deck(unknowns, chance),
    nearMisses: deck(nearMisses, chance),
    talk: deck(talk, chance),
    chat: deck(chat, chance),
    nods: deck(nods, chance),
    turnings: deck(turnings, chance),
  }
}

function note(kind: LabelledKind, more: Partial<Noted> = {}): Noted {
  return { kind, sure: true, owner: null, due: null, answered: null, ...more }
}

/** What some would note of it and some would not. A request that is put as a question is always such a thing. */
function doubts(frame: Frame, but: LabelledKind | null = null): Noted[] {
  const marked = (['action', 'decision', 'question'] as const).filter((kind) =>
    frame.marks.has(`+${kind[0]}`),
  )
  const asks = frame.turns.some((turn) => turn.includes('?'))
  const kinds = new Set<LabelledKind>([
    ...marked,
    ...(asks && but === null ? ['question' as const] : []),
  ])
  return [...kinds].map((kind) => note(kind, { sure: false }))
}

function first<Item>(items: readonly Item[]): Item {
  const [item] = items
  if (item === undefined) throw new Error('There is nothing.')
  return item
}
