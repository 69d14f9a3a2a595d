/** Puts words into the slots of a frame. */

/** The slots that a task has, in the order in which a bank lists the forms of a verb. */
const taskSlots = {
  en: ['do', 'doing', 'done'],
  it: ['fare', 'faccio', 'fai', 'fa', 'facciamo', 'farò', 'farà', 'fatto'],
} as const

export interface Frame {
  /** What stands before `::`. */
  readonly marks: ReadonlySet<string>
  readonly turns: readonly string[]
  readonly answer: string | null
}

export function parseFrame(frame: string): Frame {
  const [marks, said] = frame.includes('::') ? splitAt(frame, '::') : ['', frame]
  const [turns, answer] = said.includes('=>') ? splitAt(said, '=>') : [said, null]
  return {
    marks: new Set(marks.split(' ').filter((mark) => mark !== '')),
    turns: turns.split(' / ').map((turn) => turn.trim()),
    answer,
  }
}

function splitAt(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark)
  return [text.slice(0, at).trim(), text.slice(at + mark.length).trim()]
}

/** The task slots with the verb in each of its forms. */
export function taskWords(
  task: string,
  verbs: readonly string[],
  language: 'en' | 'it',
): Record<string, string> {
  const [verb = '', ...rest] = task.split(' ')
  const forms = verbs.find((entry) => entry.startsWith(`${verb} `))?.split(' ')
  if (!forms) throw new Error(`The bank has no forms of ${verb}.`)
  return Object.fromEntries(
    taskSlots[language].map((slot, at) => [slot, [forms[at], ...rest].join(' ')]),
  )
}

/** An empty word takes the space before its slot with it. */
export function fill(turn: string, words: Readonly<Record<string, string>>): string {
  const said = turn.replaceAll(/ ?\{(\p{L}+)\}/gu, (slot, name: string) => {
    const word = words[name]
    if (word === undefined) throw new Error(`Nothing is known for ${slot} in "${turn}".`)
    return word === '' ? '' : slot.startsWith(' ') ? ` ${word}` : word
  })
  return said.replace(/^\p{L}/u, (first) => first.toUpperCase())
}
