import { expect, it } from 'vitest'
import { EditEntry } from '#contract/edit.ts'
import { sample } from './real-engine.ts'
import { rtstt } from './run-rtstt.ts'

it('rtstt edit changes a meeting in steps that another program undoes later', async () => {
  await using program = await rtstt()
  const edit = (...words: string[]) => program.run('edit', 'last', ...words)
  await program.run('transcribe', sample('question.wav'))
  const replaced = await edit('replace', 'omar', 'Ömer', '--whole-words')
  expect(replaced).toMatchObject({ code: 0, out: '1 replaced in 1 sentence.\n' })
  const history = JSON.parse((await edit('history', '--json')).out) as unknown[]
  expect(history.map((entry) => EditEntry.parse(entry))).toMatchObject([
    { what: 'replaced', author: 'person', state: 'done', canRevert: true },
  ])
  expect((await edit('undo')).out).toBe('Undone, in 1 sentence.\n')
  expect((await program.run('show', 'last')).out).toContain('Did Omar help')
})
