/** The form of a template: plain Markdown that says what a summary is made of. */
import { AppError } from '#contract/errors.ts'

/** Of what a section is made where no language model writes it. */
export const fillings = ['overview', 'topics', 'decisions', 'actions', 'questions'] as const
export type Filling = (typeof fillings)[number]

/** The same in the languages that templates speak. */
interface Wording {
  readonly en: string
  readonly it: string
}

export interface TemplateSection {
  readonly title: Wording
  /** What a language model is told to write here. */
  readonly guidance: string
  readonly filling: Filling
}

export interface Template {
  readonly name: Wording
  readonly description: string
  readonly sections: readonly TemplateSection[]
}

const longestText = 64_000
const mostSections = 20
const longestTitle = 120
const longestGuidance = 2_000

/** A wording in the language of a summary; English where there is no other. */
export function inLanguage(wording: Wording, language: string): string {
  return language === 'it' ? wording.it : wording.en
}

/**
 * Reads a template. `file` is its name for people. Fails with `template_broken` and nothing else, whatever the text is.
 *
 *     # Name | Nome
 *     A paragraph that describes it.
 *     ## Section | Sezione
 *     Without a model: decisions
 *     A paragraph that tells a language model what to write here.
 */
export function parseTemplate(file: string, text: string): Template {
  try {
    return readTemplateText(text)
  } catch (error) {
    if (!(error instanceof BrokenTemplate)) throw error
    const { line, message } = error
    throw new AppError(
      'template_broken',
      `The template ${file} is broken in line ${line}: ${message}`,
      { cause: error },
    )
  }
}

/** What is wrong with a template, and in which line. */
export class BrokenTemplate extends Error {
  readonly line: number

  constructor(line: number, what: string) {
    super(what)
    this.line = line
  }
}

/** As `parseTemplate`, for who shows the line. Fails with `BrokenTemplate`. */
export function readTemplateText(text: string): Template {
  const broken = (line: number, what: string): BrokenTemplate => new BrokenTemplate(line, what)
  if (text.length > longestText) throw broken(1, 'it is too long for a template.')
  if (/[\0\uFFFD]/.test(text)) throw broken(1, 'it is not plain text in UTF-8.')

  let name: Wording | null = null
  const description: string[] = []
  const sections: { title: Wording; filling: Filling; guidance: string[]; line: number }[] = []
  for (const [index, raw] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .entries()) {
    const number = index + 1
    const line = raw.trim()
    if (line === '') continue
    const heading = /^(#+)\s*(.*)$/.exec(line)
    if (heading) {
      const title = wordingOf(heading[2] ?? '')
      if (!title) throw broken(number, `a title has 1 to ${longestTitle} characters.`)
      if (heading[1] === '#') {
        if (name) throw broken(number, 'there is a second name. Sections begin with ##.')
        name = title
      } else if (heading[1] === '##') {
        if (!name) throw broken(number, 'it begins with its name: # Name.')
        if (sections.length === mostSections)
          throw broken(number, `there are more than ${mostSections} sections.`)
        sections.push({ title, filling: 'overview', guidance: [], line: number })
      } else throw broken(number, 'headings are # for the name and ## for sections.')
      continue
    }
    if (!name) throw broken(number, 'it begins with its name: # Name.')
    const section = sections.at(-1)
    const filling = /^without a model:\s*(.*)$/i.exec(line)
    if (!section) description.push(line)
    else if (filling) section.filling = fillingOf(filling[1] ?? '', (what) => broken(number, what))
    else section.guidance.push(line)
  }
  if (!name) throw broken(1, 'it begins with its name: # Name.')
  if (sections.length === 0) throw broken(1, 'it has no section. A section begins with ##.')
  return {
    name,
    description: description.join(' ').slice(0, longestGuidance),
    sections: sections.map(({ title, filling, guidance, line }) => {
      const whole = guidance.join(' ')
      if (whole.length > longestGuidance)
        throw broken(line, `a section is described in at most ${longestGuidance} characters.`)
      return { title, filling, guidance: whole }
    }),
  }
}

function wordingOf(title: string): Wording | null {
  const [en = '', it = en, ...more] = title.split('|').map((part) => part.trim())
  const fits = (one: string): boolean => one.length > 0 && one.length <= longestTitle
  return fits(en) && fits(it) && more.length === 0 ? { en, it } : null
}

function fillingOf(name: string, broken: (what: string) => BrokenTemplate): Filling {
  const known = fillings.find((one) => one === name.trim().toLowerCase())
  if (known) return known
  throw broken(`without a model there is only ${fillings.join(', ')}.`)
}
