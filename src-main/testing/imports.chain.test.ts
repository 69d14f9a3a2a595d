/** Files become meetings one after the other, whatever is wrong with one of them and whenever the program dies. */
import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import type { Import } from '#contract/import.ts'
import type { Meeting } from '#contract/meeting.ts'
import { realEngine, sample, type RealEngine } from './real-engine.ts'
import { rtstt } from './run-rtstt.ts'

async function folderOf(files: Readonly<Record<string, string | Buffer>>) {
  const folder = await mkdtemp(join(tmpdir(), 'rtstt-import-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
  for (const [name, content] of Object.entries(files))
    if (typeof content === 'string') await copyFile(sample(content), join(folder, name))
    else await writeFile(join(folder, name), content)
  return { folder, paths: Object.keys(files).map((name) => join(folder, name)) }
}

/** Resolves when nothing waits and nothing is read. */
async function over(engine: RealEngine, ids: readonly string[]): Promise<Import[]> {
  const left = new Set(ids)
  await engine.heard('import.changed', ({ imports }) => {
    for (const { id, state } of imports)
      if (state !== 'waiting' && state !== 'reading') left.delete(id)
    return left.size === 0
  })
  return engine.api['import.list']({})
}

it('reads what can be read, and says of the rest why not', async () => {
  await using engine = await realEngine()
  const { paths, folder } = await folderOf({
    'What is next?.wav': 'question.wav',
    'broken.mp3': Buffer.from('this is no sound at all'),
    'Decision.wav': 'decision.wav',
  })
  const added = await engine.api['import.add']({ paths: [...paths, join(folder, 'gone.wav')] })
  expect(added.map(({ state, fileName }) => [fileName, state])).toContainEqual([
    'broken.mp3',
    'waiting',
  ])
  const list = await over(
    engine,
    added.map(({ id }) => id),
  )
  expect(list.map(({ fileName, state }) => [fileName, state])).toEqual([
    ['What is next?.wav', 'done'],
    ['broken.mp3', 'failed'],
    ['Decision.wav', 'done'],
    ['gone.wav', 'failed'],
  ])
  const [, broken, , gone] = list
  expect(broken?.failure?.message).toMatch(/\w+ .*\./)
  expect(gone?.failure?.code).toBe('file_missing')
  const meetings = await engine.api['meeting.list']({})
  expect(
    meetings.map(({ title, state, imported }) => `${title} ${state} ${imported}`).toSorted(),
  ).toEqual(['Decision done true', 'What is next? done true'])
  await engine.api['import.clear']({})
  expect(await engine.api['import.list']({})).toEqual([])
})

it('goes on after the program has ended in the middle of a file, without a second meeting', async () => {
  const data = await mkdtemp(join(tmpdir(), 'rtstt-import-data-'))
  onTestFinished(() => rm(data, { recursive: true, force: true, maxRetries: 5 }))
  const { paths } = await folderOf({ 'Long.wav': 'meeting-60s.wav', 'Short.wav': 'question.wav' })
  let ids: string[]
  {
    await using engine = await realEngine({ dataFolder: data })
    ids = (await engine.api['import.add']({ paths })).map(({ id }) => id)
    await engine.heard('meeting.started')
  }
  await using engine = await realEngine({ dataFolder: data })
  expect((await engine.api['import.list']({})).map(({ state }) => state)).toEqual([
    'waiting',
    'waiting',
  ])
  expect(await engine.api['meeting.list']({})).toEqual([])
  const list = await over(engine, ids)
  expect(list.map(({ state }) => state)).toEqual(['done', 'done'])
  const titles = (await engine.api['meeting.list']({})).map(({ title }) => title)
  expect(titles.toSorted()).toEqual(['Long', 'Short'])
})

it('ends the reading of a file that nobody wants any more, and keeps nothing of it', async () => {
  await using engine = await realEngine()
  const { paths } = await folderOf({ 'Long.wav': 'meeting-60s.wav', 'Next.wav': 'question.wav' })
  const [long, next] = await engine.api['import.add']({ paths })
  if (!long || !next) throw new Error('Nothing was added')
  await engine.heard('meeting.started')
  expect(await engine.api['import.cancel']({ importId: long.id })).toMatchObject({
    state: 'cancelled',
    meetingId: null,
  })
  const list = await over(engine, [next.id])
  expect(list.map(({ state }) => state)).toEqual(['cancelled', 'done'])
  expect(await engine.api['meeting.list']({})).toMatchObject([{ title: 'Next' }])
})

it('takes in a file that is sent, and removes it when it has become a meeting', async () => {
  await using engine = await realEngine()
  async function* bytes() {
    yield await readFile(sample('question.wav'))
  }
  const file = await engine.receive('C:\\Users\\me\\Question.wav', bytes())
  expect(file.fileName).toBe('Question.wav')
  const [done] = await over(engine, [file.id])
  expect(done).toMatchObject({ state: 'done' })
  expect(await engine.api['meeting.list']({})).toMatchObject([{ title: 'Question' }])
  expect(await readdir(join(engine.data, 'uploads'))).toEqual([])
})

it('goes on after a kill from the command line, without a second meeting', async () => {
  await using program = await rtstt()
  const { paths } = await folderOf({ 'Long.wav': 'meeting-60s.wav', 'Short.wav': 'question.wav' })
  const killed = program.start('import', paths[0] ?? '')
  await killed.seen(/Long\.wav: /)
  killed.process.kill('SIGKILL')
  await killed.finished
  const { code, out } = await program.run('import', paths[1] ?? '', '--json')
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject([{ fileName: 'Short.wav', state: 'done' }])
  const meetings = JSON.parse((await program.run('meetings', 'list', '--json')).out) as Meeting[]
  expect(meetings.map(({ title, state }) => `${title} ${state}`).toSorted()).toEqual([
    'Long done',
    'Short done',
  ])
}, 60_000)
