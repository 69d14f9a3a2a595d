/** The templates there are: those that come with the program, and a user's own, which go before one of the same name. */
import { AppError } from '#contract/errors.ts'
import type { SummaryTemplate } from '#contract/summary.ts'
import { parseTemplate, type Template } from './template.ts'

export interface TemplateFile {
  /** The name of the file without its ending. */
  readonly id: string
  readonly origin: 'bundled' | 'own'
  /** Null: it cannot be read, or is too large. */
  readonly text: string | null
}

/** Files in the order of their ids. */
export type ReadTemplates = () => Promise<readonly TemplateFile[]>

/** Where a user's own templates are kept. */
export interface OwnTemplates {
  write(id: string, text: string): Promise<void>
  /** False: there was none of that name. */
  remove(id: string): Promise<boolean>
}

export const usualTemplate = 'general'

/** All of them for people; a broken one says in its description what is wrong with it. */
export function describeTemplates(files: readonly TemplateFile[]): SummaryTemplate[] {
  return ruling(files).map((file) => {
    const { id, origin } = file
    try {
      const { name, description, sections } = parsed(file)
      const titles = sections.map(({ title }) => title.en)
      return { id, origin, name: name.en, description, sections: titles }
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      return { id, origin, name: id, description: error.message, sections: [] }
    }
  })
}

/** Fails with `template_missing` or `template_broken`. */
export function findTemplate(files: readonly TemplateFile[], id: string): Template {
  return parsed(findTemplateFile(files, id))
}

/** The file that counts under this name. Fails with `template_missing`. */
export function findTemplateFile(files: readonly TemplateFile[], id: string): TemplateFile {
  const file = ruling(files).find((one) => one.id === id)
  if (file) return file
  const known = ruling(files).map((one) => one.id)
  throw new AppError(
    'template_missing',
    `There is no such template. There are: ${known.join(', ')}.`,
  )
}

function ruling(files: readonly TemplateFile[]): TemplateFile[] {
  const byId = new Map(files.filter(({ origin }) => origin === 'bundled').map((f) => [f.id, f]))
  for (const file of files) if (file.origin === 'own') byId.set(file.id, file)
  return [...byId.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

function parsed({ id, text }: TemplateFile): Template {
  const file = `${id}.md`
  if (text !== null) return parseTemplate(file, text)
  const message = `The template ${file} cannot be read, or is longer than a template may be.`
  throw new AppError('template_broken', message)
}
