import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '#contract/errors.ts'
import { parseTemplate } from './template.ts'
import { templateFiles } from './template-files.node.ts'
import { describeTemplates, findTemplate } from './templates.ts'

const bundled = fileURLToPath(new URL('../../../resources/templates', import.meta.url))

describe('a template', () => {
  it('is a name, a description and sections, in one language or two', () => {
    const text =
      '# Review | Revisione\nWhat went well.\n\n## Good\nWithout a model: decisions\nOnly\nfacts.\n\n## Bad | Male\n'
    expect(parseTemplate('review.md', text)).toEqual({
      name: { en: 'Review', it: 'Revisione' },
      description: 'What went well.',
      sections: [
        { title: { en: 'Good', it: 'Good' }, filling: 'decisions', guidance: 'Only facts.' },
        { title: { en: 'Bad', it: 'Male' }, filling: 'overview', guidance: '' },
      ],
    })
  })

  it.each([
    ['', 'line 1: it begins with its name'],
    ['hello', 'line 1: it begins with its name'],
    ['# A', 'line 1: it has no section'],
    ['# A\n# B', 'line 2: there is a second name'],
    ['# A\n## B\n### C', 'line 3: headings are # for the name'],
    ['# A\n## B\nWithout a model: poems', 'line 3: without a model there is only'],
    ['# A\n## ', 'line 2: a title has 1 to'],
    ['# A\n## B | C | D', 'line 2: a title has 1 to'],
    [`# A\n${'## B\n'.repeat(21)}`, 'line 22: there are more than 20 sections'],
    ['# A\n## B\n\0', 'not plain text'],
    [`# A\n## B\n${'x'.repeat(70_000)}`, 'too long'],
    [`# A\n## B\n${'x '.repeat(1_500)}`, 'line 2: a section is described in at most'],
  ])('that is broken says in which file and line: %j', (text, message) => {
    expect(() => parseTemplate('mine.md', text)).toThrowError(message)
    expect(() => parseTemplate('mine.md', text)).toThrowError('mine.md')
  })

  it('is understood or refused with a sentence, whatever stands in it', () => {
    const line = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '# A',
        '## B | C',
        '###',
        'Without a model: actions',
        '|',
        '# |',
        '',
        '\0',
        '\u2028',
        '\ud800',
      ),
    )
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        try {
          expect(parseTemplate('x.md', lines.join('\n')).sections.length).toBeGreaterThan(0)
        } catch (error) {
          if (!(error instanceof AppError)) throw error
          expect(error.code).toBe('template_broken')
        }
      }),
    )
  })
})

describe('the templates', () => {
  const usual = { id: 'general', origin: 'bundled', text: '# General\n## All' } as const

  it('that come with the program are all whole, and speak Italian', async () => {
    const files = await templateFiles(bundled, `${bundled}/nowhere`)()
    const listed = describeTemplates(files)
    expect(listed.map(({ id }) => `${id}.md`)).toEqual(readdirSync(bundled).toSorted())
    expect(listed).toHaveLength(6)
    for (const { id, sections } of listed) {
      expect(sections.length).toBeGreaterThan(2)
      for (const { title } of findTemplate(files, id).sections) expect(title.it).not.toBe(title.en)
    }
  })

  it('of a user go before one of the same name, and a broken one says so in the list', () => {
    const own = { id: 'general', origin: 'own', text: '# Mine\n## Only' } as const
    const broken = { id: 'odd', origin: 'own', text: 'no name' } as const
    const unread = { id: 'large', origin: 'own', text: null } as const
    const files = [usual, own, broken, unread]
    expect(describeTemplates(files)).toMatchObject([
      { id: 'general', name: 'Mine', origin: 'own', sections: ['Only'] },
      { id: 'large', description: expect.stringContaining('large.md cannot be read') },
      { id: 'odd', description: expect.stringContaining('odd.md is broken in line 1') },
    ])
    expect(() => findTemplate(files, 'odd')).toThrowError('line 1')
  })

  it.each(['../general', '..\\..\\secret', 'general.md', '/etc/passwd', '', '__proto__'])(
    'are never taken from anywhere else: %j',
    (id) => {
      expect(() => findTemplate([usual], id)).toThrowError('There is no such template')
    },
  )
})
