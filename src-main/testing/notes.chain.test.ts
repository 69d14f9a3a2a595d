import { expect, it } from 'vitest'
import { anywhere } from '#contract/ask.ts'
import { meetingOver } from './live-meeting.ts'
import { sample } from './real-engine.ts'
import { rtstt } from './run-rtstt.ts'
import { wholeExport } from './whole-export.ts'
import { quiet, scriptedSource } from './scripted-source.ts'

it('a note is kept where it was written, is told, found, exported, and leaves with its meeting', async () => {
  const source = scriptedSource()
  await using live = await meetingOver(source)
  const { engine, meetingId } = live
  source.tell(quiet('me', 3), quiet('them', 3))
  await engine.heard('meeting.progressed', ({ heardMs }) => heardMs === 3000)
  const wish = { meetingId, atMs: null, kind: 'note', text: 'Ask Anna about the budget' } as const
  const note = await engine.api['note.add'](wish)
  expect(note).toMatchObject({ atMs: 3000, text: 'Ask Anna about the budget' })
  expect(await engine.heard('note.changed')).toMatchObject({ note })
  await engine.api['note.add']({ meetingId, atMs: 1000, kind: 'bookmark', text: '' })
  await expect(engine.api['note.add']({ ...wish, text: '' })).rejects.toMatchObject({
    code: 'invalid_input',
  })
  const { backend } = (await engine.api['meeting.recognition']({ meetingId })) ?? {}
  if (!backend)
    await engine.heard('recognition.changed', ({ recognition }) => recognition.backend !== null)
  expect(await engine.api['meeting.recognition']({ meetingId })).toMatchObject({
    model: 'test-speech-en',
    backend: expect.stringMatching(/\w/),
    step: 0,
  })

  await engine.api['meeting.stop']({ meetingId })
  expect(await engine.api['meeting.recognition']({ meetingId })).toBeNull()
  await engine.api['note.edit']({ noteId: note.id, text: 'Ask Piotr about the budget' })
  expect(await engine.api['note.list']({ meetingId })).toMatchObject([
    { kind: 'bookmark', atMs: 1000 },
    { kind: 'note', text: 'Ask Piotr about the budget' },
  ])
  const find = (change: Partial<typeof anywhere>) =>
    engine.api['search.find']({ query: 'piotr', filters: { ...anywhere, ...change }, limit: 5 })
  expect((await find({ kind: 'note' })).notes).toHaveLength(1)
  expect((await find({})).notes).toHaveLength(1)
  expect((await find({ track: 'me' })).notes).toEqual([])
  expect((await find({ kind: 'action' })).notes).toEqual([])
  const { content } = await engine.api['meeting.export'](wholeExport(meetingId, 'md'))
  expect(content).toContain('> `00:00:03` *Note* Ask Piotr about the budget')

  await engine.api['note.remove']({ noteId: note.id })
  expect(await engine.heard('note.removed')).toMatchObject({ meetingId, noteId: note.id })
  await engine.api['meeting.delete']({ meetingId })
  await expect(engine.api['note.list']({ meetingId })).rejects.toMatchObject({ code: 'not_found' })
})

it('notes are written and read from the terminal', async () => {
  await using program = await rtstt()
  await program.run('transcribe', sample('question.wav'), '--title', 'Q')
  const noted = await program.run('note', 'last', 'Ask', 'Anna', '--at', '0:00')
  expect(noted).toMatchObject({ code: 0, out: '   0:00  Ask Anna\n' })
  await program.run('note', 'last', '--at', '1s')
  const { out } = await program.run('notes', 'last')
  expect(out).toBe('   0:00  Ask Anna\n   0:01  Bookmark\n')
  expect((await program.run('show', 'last')).out).toContain('[00:00:00] * Note: Ask Anna')
  const found = await program.run('search', 'anna', '--kind', 'note')
  expect(found.out).toMatch(/0:00 {2}Q \(note\): Ask Anna\n$/)
})
