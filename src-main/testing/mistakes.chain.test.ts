import { chmodSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openForWriting } from '#engine/store/open-database.sqlite.ts'
import { sample } from './real-engine.ts'
import { folderKeys } from './folder-keys.ts'
import { rtstt } from './run-rtstt.ts'

describe('rtstt, asked wrongly', () => {
  it.each([
    ['without a command that exists', ['dance'], 2],
    ['with an unknown option', ['meetings', 'list', '--loud'], 2],
    ['without a file', ['transcribe'], 2],
    ['with an unknown format', ['transcribe', 'x.wav', '--format', 'pdf'], 2],
    ['with an unknown source', ['record', '--source', 'radio'], 2],
    ['with a time that is none', ['record', '--source', 'mic', '--for', 'ever'], 2],
    ['with a silence that is none', ['record', '--stop-after-silence', 'ever'], 2],
    ['with a silence that is too short', ['record', '--stop-after-silence', '5s'], 2],
    ['for an output, of a microphone', ['record', '--source', 'mic', '--system', 'x'], 2],
    ['with a port that is none', ['serve', '--port', 'http'], 2],
    ['for a meeting that is not there', ['show', 'last'], 1],
    ['for a file that is not there', ['transcribe', 'nothing.wav'], 1],
    ['for a folder', ['transcribe', '.'], 1],
    ['for a model that is not there', ['transcribe', sample('question.wav'), '--model', 'none'], 3],
    [
      'for a model of another kind',
      ['transcribe', sample('question.wav'), '--model', 'LICENSE'],
      1,
    ],
    ['to bench what it cannot', ['bench', 'patience'], 2],
  ] as const)('%s: a sentence and the right exit code', async (_, args, expected) => {
    await using program = await rtstt()
    const { code, out, err } = await program.run(...args)
    expect({ code, out }).toEqual({ code: expected, out: '' })
    expect(err.trim()).toMatch(/[.\w)]$/)
    expect(err).not.toMatch(/\n\s+at /)
  })

  it('tells a failure as JSON to those who read JSON', async () => {
    await using program = await rtstt()
    const { err } = await program.run('show', 'last', '--json')
    expect(JSON.parse(err)).toMatchObject({ error: { code: 'not_found' } })
  })
})

it('stops quietly when nobody reads its results any more', async () => {
  await using program = await rtstt()
  const running = program.start('models', 'list')
  running.process.stdout?.destroy()
  const { code, err } = await running.finished
  expect({ code, err }).toEqual({ code: 0, err: '' })
})

describe('rtstt and its data folder', () => {
  it('refuses a database that a newer program wrote, and leaves it alone', async () => {
    await using program = await rtstt()
    await program.run('meetings', 'list')
    const path = join(program.data, 'rtstt.sqlite')
    const { database } = folderKeys(program.data)
    const db = openForWriting(path, database)
    db.pragma('user_version = 999')
    db.close()
    const bytes = readFileSync(path)
    const { code, err } = await program.run('meetings', 'list')
    expect(code).toBe(1)
    expect(err).toMatch(/newer/)
    expect(readFileSync(path)).toEqual(bytes)
  })

  it('serves two programs at once', async () => {
    await using program = await rtstt()
    const both = await Promise.all([
      program.run('transcribe', sample('question.wav')),
      program.run('transcribe', sample('decision.wav')),
    ])
    expect(both.map(({ code }) => code)).toEqual([0, 0])
    const { out } = await program.run('meetings', 'list', '--json')
    expect(JSON.parse(out)).toMatchObject([{ state: 'done' }, { state: 'done' }])
  })

  it('leaves a meeting alone that another program is hearing', async () => {
    await using program = await rtstt()
    const running = program.start('record', '--source', `file:${sample('meeting-60s.wav')}`)
    await running.seen(/Good morning/)
    const finish = await program.run('meetings', 'finish', 'last')
    expect(finish.code).toBe(1)
    expect((await program.run('meetings', 'delete', 'last')).code).toBe(1)
    const { out } = await program.run('meetings', 'list', '--json')
    expect(JSON.parse(out)).toMatchObject([{ state: 'live' }])
    running.process.kill('SIGINT')
    await running.finished
  })

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'says so when it cannot be written',
    async () => {
      await using program = await rtstt()
      const locked = join(program.data, 'locked')
      mkdirSync(locked)
      chmodSync(locked, 0o500)
      const { code, err } = await program.run(
        'transcribe',
        sample('question.wav'),
        '--data',
        locked,
      )
      expect(code).toBe(1)
      expect(err).toMatch(/data folder/i)
    },
  )

  it('says which port is taken', async () => {
    await using program = await rtstt()
    const first = program.start('serve', '--port', '0')
    const port = /127\.0\.0\.1:(\d+)/.exec(await first.seen(/127\.0\.0\.1:\d+/))?.[1] ?? ''
    const { code, err } = await program.run('serve', '--port', port)
    expect(code).toBe(1)
    expect(err).toContain(port)
    first.process.kill('SIGINT')
    expect((await first.finished).code).toBe(0)
  })
})
