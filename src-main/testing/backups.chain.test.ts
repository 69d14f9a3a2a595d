/** Backups and repairs as the whole engine makes them. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { spoken } from '#engine/store/fixtures/spoken.ts'
import type { Parts } from '#engine/parts.ts'
import { keepText } from './kept-meetings.ts'
import { realEngine } from './real-engine.ts'

async function setUp() {
  const data = await mkdtemp(join(tmpdir(), 'rtstt-backups-'))
  onTestFinished(() => rm(data, { recursive: true, force: true, maxRetries: 5 }))
  const start = async () => {
    let parts: Parts | null = null
    const engine = await realEngine({ dataFolder: data, adapt: (real) => (parts = real) })
    return { engine, parts: parts as unknown as Parts }
  }
  const keep = (parts: Parts, title: string) =>
    keepText(parts.keeping.store, {
      segments: [spoken(0, `words of ${title}`)],
      language: 'en',
      title,
      tracks: ['me'],
    })
  return { data, start, keep }
}

it('goes back to a backup at the next start, and forth again', async () => {
  const { start, keep } = await setUp()
  {
    const { engine, parts } = await start()
    await using _ = engine
    keep(parts, 'Old')
    const { id } = await engine.api['backup.make']({})
    keep(parts, 'New')
    const state = await engine.api['backup.restore']({ backupId: id })
    expect(state.restoring).toBe(id)
    expect(engine.events).toContainEqual({ type: 'backups.changed', ...state })
    expect(await engine.api['meeting.list']({})).toHaveLength(2)
  }
  {
    const { engine } = await start()
    await using _ = engine
    expect((await engine.api['meeting.list']({})).map(({ title }) => title)).toEqual(['Old'])
    const { backups, restoring } = await engine.api['backup.list']({})
    expect(restoring).toBeNull()
    await engine.api['backup.restore']({ backupId: backups[0]?.id ?? null })
  }
  const { engine } = await start()
  await using _ = engine
  expect(await engine.api['meeting.list']({})).toHaveLength(2)
})

it('is not begun while a meeting is recorded, nor from a backup that is not whole', async () => {
  const { data, start, keep } = await setUp()
  const { engine, parts } = await start()
  await using _ = engine
  const id = keep(parts, 'Old')
  const backup = await engine.api['backup.make']({})
  parts.keeping.store.meetings.setState(id, 'live')
  const restore = () => engine.api['backup.restore']({ backupId: backup.id })
  await expect(restore()).rejects.toMatchObject({ code: 'meeting_busy' })
  parts.keeping.store.meetings.setState(id, 'done')
  await writeFile(join(data, 'backups', `${backup.id}.sqlite`), Buffer.alloc(8192, 'noise'))
  await expect(restore()).rejects.toMatchObject({ code: 'data_broken' })
  expect((await engine.api['backup.list']({})).restoring).toBeNull()
})

it('leaves nothing of what was deleted for good in any backup, and one without it', async () => {
  const { start, keep } = await setUp()
  const { engine, parts } = await start()
  await using _ = engine
  const [kept, gone] = [keep(parts, 'Kept'), keep(parts, 'Gone')]
  const before = await engine.api['backup.make']({})
  await engine.api['meeting.delete']({ meetingId: gone })
  await engine.api['meeting.purge']({ meetingIds: [gone] })
  const told = await engine.heard('backups.changed', ({ backups }) =>
    backups.every(({ id }) => id !== before.id),
  )
  expect(told.backups).toHaveLength(1)
  expect(parts.keeping.store.meetings.read(kept)).not.toBeNull()
})

it('removes no backup while the database is damaged: it may be all that is left', async () => {
  const { data, keep } = await setUp()
  let parts = null as Parts | null
  let isBroken = false
  const engine = await realEngine({
    dataFolder: data,
    adapt(real) {
      const broken = Object.assign(new Error('malformed'), { code: 'SQLITE_CORRUPT' })
      const make: Parts['backups']['make'] = (nowMs) =>
        isBroken ? Promise.reject(broken) : real.backups.make(nowMs)
      return (parts = { ...real, backups: { ...real.backups, make } })
    },
  })
  await using _ = engine
  if (!parts) throw new Error('no parts')
  const gone = keep(parts, 'Gone')
  keep(parts, 'Kept')
  const { id } = await engine.api['backup.make']({})
  isBroken = true
  await engine.api['meeting.delete']({ meetingId: gone })
  await engine.api['meeting.purge']({ meetingIds: [gone] })
  await engine.heard('damage.changed', ({ suspected }) => suspected)
  isBroken = false
  // In its turn, behind what the removal has begun.
  await engine.heard('backups.changed', ({ problem }) => problem !== null)
  expect(parts.backups.list().map((backup) => backup.id)).toEqual([id])
  await engine.api['backup.make']({})
  expect(parts.backups.list().map((backup) => backup.id)).not.toContain(id)
})

it('says what a repair came to until somebody has seen it, and makes meetings of their recordings', async () => {
  const { data, start, keep } = await setUp()
  let recorded
  {
    const { engine, parts } = await start()
    await using _ = engine
    keep(parts, 'Only text')
    await engine.api['backup.make']({})
    recorded = keep(parts, 'With its sound')
    await using recording = await parts.keeping.recordings.create(recorded, ['me'])
    await recording.append('me', new Int16Array(16_000))
    await recording.close()
  }
  const harmed = Buffer.alloc(50_000, 'noise')
  await writeFile(join(data, 'rtstt.sqlite'), harmed)
  const { engine } = await start()
  await using _ = engine
  const meetings = await engine.api['meeting.list']({})
  expect(meetings.find(({ id }) => id === recorded)).toMatchObject({
    state: 'interrupted',
    unreadMs: 1000,
  })
  expect(meetings.map(({ title }) => title)).toContain('Only text')
  const { repair } = await engine.api['damage.read']({})
  expect(repair).toMatchObject({ kind: 'not_a_database', fromRecordings: 1, uncounted: true })
  expect(await readFile(join(repair?.folder ?? '', 'rtstt.sqlite'))).toEqual(harmed)
  const report = await readFile(join(repair?.folder ?? '', 'repair.json'), 'utf8')
  expect(report).not.toMatch(/Only text|With its sound|words/)
  await engine.api['damage.dismiss']({})
  expect((await engine.api['damage.read']({})).repair).toBeNull()
  expect(engine.events.at(-1)).toMatchObject({ type: 'damage.changed', repair: null })
})

it('tells damage that is met while it runs, and looks at every page at the next start', async () => {
  const { data, start, keep } = await setUp()
  {
    const { engine, parts } = await start()
    await using _ = engine
    keep(parts, 'Whole')
    parts.damage.suspect()
    expect(await engine.heard('damage.changed')).toMatchObject({ suspected: true })
    expect(await engine.api['damage.read']({})).toEqual({ suspected: true, repair: null })
  }
  const { engine } = await start()
  await using _ = engine
  expect(await engine.api['damage.read']({})).toEqual({ suspected: false, repair: null })
  expect(await readdir(join(data, 'damaged'))).toEqual([])
})
