import { expect, it } from 'vitest'
import { z } from 'zod'
import { sample } from './real-engine.ts'
import { rtstt } from './run-rtstt.ts'

const Shown = z.object({
  segments: z.array(z.object({ id: z.string(), text: z.string(), status: z.string() })),
})

it('improves a text in the terminal, also after a kill, and never what a person wrote', async () => {
  await using program = await rtstt()
  const shown = async () => {
    const { out } = await program.run('show', 'last', '--format', 'json')
    return Shown.parse(JSON.parse(out)).segments
  }
  const source = `file:${sample('four-sentences.wav')}`
  const usual = ['--source', source, '--pace', 'fast', '--language', 'en'] as const
  const recording = program.start('record', ...usual, '--final-pass', 'whole', '--events')
  await recording.seen(/"meeting\.stopped"/)
  recording.process.kill('SIGKILL')
  await recording.finished
  const before = await shown()
  expect(before.map(({ text }) => text).join(' ')).toMatch(/Okay\. Thank you, Marco\./)

  const [first] = before
  const edited = await program.run('meetings', 'edit', 'last', first?.id ?? '', 'All right.')
  expect(edited).toMatchObject({ code: 0, out: expect.stringContaining('All right.') })
  const refined = await program.run('meetings', 'refine', 'last')
  expect(refined).toMatchObject({ code: 0 })
  const after = await shown()
  expect(after.map(({ status }) => status)).toEqual(after.map(() => 'final'))
  expect(after.map(({ text }) => text)).toEqual([
    'All right.',
    ...before.slice(1).map(({ text }) => text),
  ])

  const refused = await program.run('meetings', 'refused', 'last')
  expect(refused).toMatchObject({ code: 0, err: expect.stringContaining('Nothing is held back.') })
  const nothing = await program.run('meetings', 'restore', 'last', 'abc')
  expect(nothing).toMatchObject({ code: 1, err: expect.stringContaining('There is no abc') })
  const wrong = await program.run('record', '--final-pass', 'never')
  expect(wrong).toMatchObject({ code: 2, err: expect.stringContaining('budget or whole') })
})
