import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { commands } from '#contract/commands.ts'
import { ownTemplateFiles } from './summary/own-templates.node.ts'
import { templateFiles } from './summary/template-files.node.ts'
import { templateCommands } from './template-commands.ts'

const general = '# General | Generale\nFor anything.\n## Overview\nSay what it was about.\n'
const mine =
  '# Mine\n## Decisions | Decisioni\nWithout a model: decisions\nOnly what was decided.\n'

async function setUp() {
  const root = await mkdtemp(join(tmpdir(), 'rtstt-templates-'))
  onTestFinished(() => rm(root, { recursive: true, force: true }))
  await writeFile(join(root, 'general.md'), general)
  const own = join(root, 'own')
  const api = templateCommands({
    readTemplates: templateFiles(root, own),
    ownTemplates: ownTemplateFiles(own),
  })
  return { api, own }
}

it("keeps a template of one's own, reads it back, and removes it", async () => {
  const { api, own } = await setUp()
  const written = await api['template.write']({ id: 'my-team', text: mine })
  expect(written).toMatchObject({ id: 'my-team', origin: 'own', name: 'Mine' })
  expect(await api['template.read']({ id: 'my-team' })).toMatchObject({ origin: 'own', text: mine })
  expect(await readdir(own)).toEqual(['my-team.md'])
  await api['template.remove']({ id: 'my-team' })
  expect((await api['template.list']({})).map(({ id }) => id)).toEqual(['general'])
})

it("lets one's own go before the one of the program, which comes back when it is removed", async () => {
  const { api } = await setUp()
  await api['template.write']({ id: 'general', text: mine })
  expect(await api['template.read']({ id: 'general' })).toMatchObject({ text: mine })
  await api['template.remove']({ id: 'general' })
  expect(await api['template.read']({ id: 'general' })).toMatchObject({ text: general })
  await expect(api['template.remove']({ id: 'general' })).rejects.toMatchObject({
    code: 'invalid_input',
  })
})

it('keeps nothing of a broken one, and names its line', async () => {
  const { api } = await setUp()
  await api['template.write']({ id: 'my-team', text: mine })
  const broken = `${mine}### Too deep`
  await expect(api['template.write']({ id: 'my-team', text: broken })).rejects.toMatchObject({
    code: 'template_broken',
    message: expect.stringContaining('line 5') as string,
  })
  expect(await api['template.read']({ id: 'my-team' })).toMatchObject({ text: mine })
  expect((await api['template.check']({ text: broken })).problem).toMatchObject({ line: 5 })
})

it('shows what a text would make', async () => {
  const { api } = await setUp()
  expect(await api['template.check']({ text: mine })).toEqual({
    problem: null,
    name: { en: 'Mine', it: 'Mine' },
    description: '',
    sections: [
      {
        title: { en: 'Decisions', it: 'Decisioni' },
        filling: 'decisions',
        guidance: 'Only what was decided.',
      },
    ],
  })
})

it('writes over a file whose name a person wrote in capitals', async () => {
  const { api, own } = await setUp()
  await api['template.write']({ id: 'other', text: mine })
  await writeFile(join(own, 'Stand-Up.md'), mine)
  await api['template.write']({ id: 'stand-up', text: general })
  expect((await readdir(own)).toSorted()).toEqual(['Stand-Up.md', 'other.md'])
  expect(await api['template.read']({ id: 'stand-up' })).toMatchObject({ text: general })
})

it.each(['../evil', 'a/b', 'a\\b', '.hidden', 'Über', 'con', 'com1', 'nul', 'a.md', '', 'A'])(
  'the name %j is refused before anything is written',
  (id) => {
    expect(commands['template.write'].input.safeParse({ id, text: mine }).success).toBe(false)
  },
)
