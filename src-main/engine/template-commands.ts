/** What can be done with templates: those of the program are read, a user's own are written. */
import type { EngineApi } from '#contract/commands.ts'
import { AppError } from '#contract/errors.ts'
import { TemplateId, type TemplateCheck } from '#contract/template.ts'
import type { Parts } from './parts.ts'
import { BrokenTemplate, parseTemplate, readTemplateText } from './summary/template.ts'
import { describeTemplates, findTemplateFile } from './summary/templates.ts'

type TemplateCommand =
  | 'template.list'
  | 'template.read'
  | 'template.check'
  | 'template.write'
  | 'template.remove'

export function templateCommands({
  readTemplates,
  ownTemplates,
}: Pick<Parts, 'readTemplates' | 'ownTemplates'>): Pick<EngineApi, TemplateCommand> {
  return {
    'template.list': async () => describeTemplates(await readTemplates()),
    async 'template.read'({ id }) {
      const { text, ...file } = findTemplateFile(await readTemplates(), id)
      if (text !== null) return { ...file, text }
      throw new AppError(
        'template_broken',
        `The template ${id}.md cannot be read, or is longer than a template may be.`,
      )
    },
    'template.check': async ({ text }) => checked(text),
    async 'template.write'({ id, text }) {
      parseTemplate(`${id}.md`, text)
      await ownTemplates.write(id, text)
      const written = describeTemplates(await readTemplates()).find((one) => one.id === id)
      if (written) return written
      throw new AppError('template_missing', `The template ${id} was removed while it was written.`)
    },
    async 'template.remove'({ id }) {
      if (TemplateId.safeParse(id).success && (await ownTemplates.remove(id))) return null
      const { origin } = findTemplateFile(await readTemplates(), id)
      throw new AppError(
        'invalid_input',
        origin === 'bundled'
          ? `The template ${id} comes with RTSTT and stays with it.`
          : `The template ${id} has a name that RTSTT does not touch. Remove its file yourself.`,
      )
    },
  }
}

const nothing = { name: null, description: '', sections: [] }

function checked(text: string): TemplateCheck {
  try {
    const { name, description, sections } = readTemplateText(text)
    return { problem: null, name, description, sections: [...sections] }
  } catch (error) {
    if (!(error instanceof BrokenTemplate)) throw error
    return { ...nothing, problem: { line: error.line, message: error.message } }
  }
}
