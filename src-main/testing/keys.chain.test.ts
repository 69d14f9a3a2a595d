import { chmodSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openStore } from '#engine/store/store.sqlite.ts'
import { keptMeetings } from './kept-meetings.ts'
import { realEngine, sample } from './real-engine.ts'
import { rtstt } from './run-rtstt.ts'

/** Another computer: the same data folder, and none of this one's keys. */
async function elsewhere(): Promise<NodeJS.ProcessEnv> {
  const keys = await mkdtemp(join(tmpdir(), 'rtstt-elsewhere-'))
  onTestFinished(() => rm(keys, { recursive: true, force: true }))
  return { RTSTT_KEYS: keys }
}

const title = 'The heron at the weir'

describe('the keys of a data folder', () => {
  it('open it here, and elsewhere only by what a person knows', async () => {
    await using program = await rtstt()
    await program.run('transcribe', sample('decision.wav'), '--title', title)
    const made = await program.run('keys', 'recovery')
    const words = made.out.match(/[a-z]+/g) ?? []
    expect(words).toHaveLength(24)

    const there = { env: await elsewhere() }
    const locked = await program.runWith(there, 'meetings', 'list')
    expect(locked.code).toBe(5)
    expect(locked.err).toMatch(/locked.*rtstt keys open/s)
    expect(locked.out).toBe('')

    const wrong = await program.runWith(
      { ...there, input: words.toReversed().join(' ') },
      'keys',
      'open',
    )
    expect(wrong.code).toBe(5)
    const opened = await program.runWith({ ...there, input: made.out }, 'keys', 'open', '--json')
    expect(JSON.parse(opened.out)).toMatchObject({ openedBy: 'key_file', textEncrypted: true })
    const list = await program.runWith(there, 'meetings', 'list', '--json')
    expect(JSON.parse(list.out)).toMatchObject([{ title }])
    // A folder may go from computer to computer.
    expect((await program.run('meetings', 'list')).code).toBe(0)
  })

  it('can be kept by a passphrase alone, and are asked for by every program then', async () => {
    await using program = await rtstt()
    const secret = { env: { RTSTT_PASSPHRASE: 'seven herons at the weir' } }
    expect((await program.runWith(secret, 'keys', 'passphrase', '--only')).code).toBe(0)
    const locked = await program.run('meetings', 'list', '--json')
    expect(locked.code).toBe(5)
    expect(JSON.parse(locked.err)).toMatchObject({ error: { code: 'data_locked' } })
    const wrong = await program.runWith({ env: { RTSTT_PASSPHRASE: 'eight' } }, 'meetings', 'list')
    expect(wrong.err).toMatch(/not the passphrase/)
    const status = await program.runWith(secret, 'keys', '--json')
    expect(JSON.parse(status.out)).toMatchObject({ openedBy: null, hasPassphrase: true })
  })

  it.skipIf(process.platform === 'win32')(
    'lie in a folder of which others read nothing',
    async () => {
      await using program = await rtstt()
      await program.run('transcribe', sample('decision.wav'))
      // As an earlier version made it.
      chmodSync(program.data, 0o755)
      await program.run('meetings', 'list')
      expect(statSync(program.data).mode & 0o077).toBe(0)
      for (const name of readdirSync(program.data, { recursive: true, encoding: 'utf8' })) {
        const { mode } = statSync(join(program.data, name))
        expect({ name, others: mode & 0o077 }).toEqual({ name, others: 0 })
      }
    },
  )
})

it('a program that does nothing else removes a deleted meeting to the end', async () => {
  await using program = await rtstt()
  await program.run('transcribe', sample('decision.wav'))
  await program.run('meetings', 'delete', 'last')
  const { code, err } = await program.run('meetings', 'purge', 'all')
  expect({ code, err }).toEqual({ code: 0, err: 'Removed for good: 1.\n' })
})

describe('new keys', () => {
  it('lock everything that was there, text and sound', async () => {
    await using kept = await keptMeetings(null)
    const { api, data, parts } = kept
    const id = kept.keep({ segments: [], language: 'en', title })
    {
      await using recording = await parts.keeping.recordings.create(id, ['me'])
      await recording.append('me', new Int16Array(16_000).fill(7))
      await recording.close()
    }
    const before = parts.lock.ring?.keys
    const [database, wrapped] = [
      Buffer.from(before?.database ?? []),
      before?.wrap(Buffer.from('a key'), 'a place'),
    ]
    await api['keys.makeRecovery']({})
    const { words } = await api['keys.rotate']({ passphrase: null })
    expect(words).toHaveLength(24)
    expect(await api['keys.describe']({})).toMatchObject({ isRotating: false, textEncrypted: true })
    expect(parts.lock.ring?.keys.unwrap(wrapped ?? new Uint8Array(), 'a place')).toBeNull()
    expect(await api['meeting.list']({})).toMatchObject([{ title }])
    await using sound = await parts.keeping.recordings.open(id)
    expect(await sound.read('me', 0, 3)).toEqual(Int16Array.of(7, 7, 7))
    expect(() => openStore(join(data, 'rtstt.sqlite'), { key: database })).toThrow(/damaged/)
  })

  it('are made once at a time: what the one has locked the other would forget', async () => {
    await using kept = await keptMeetings(null)
    const { api, parts } = kept
    const ids = ['One', 'Two'].map((name) =>
      kept.keep({ segments: [], language: 'en', title: name }),
    )
    for (const id of ids) {
      await using recording = await parts.keeping.recordings.create(id, ['me'])
      await recording.append('me', new Int16Array(16_000).fill(7))
    }
    const rotate = () => api['keys.rotate']({ passphrase: null })
    const [first, second] = await Promise.allSettled([rotate(), rotate()])
    expect(first.status).toBe('fulfilled')
    expect(second).toMatchObject({ status: 'rejected', reason: { code: 'data_busy' } })
    await rotate()
    expect(await api['keys.describe']({})).toMatchObject({ isRotating: false })
    for (const id of ids) {
      await using sound = await parts.keeping.recordings.open(id)
      expect(await sound.read('me', 0, 3)).toEqual(Int16Array.of(7, 7, 7))
    }
  })

  it('are refused while another program has the folder open, or a meeting is recorded', async () => {
    await using kept = await keptMeetings(null)
    const ring = readFileSync(join(kept.data, 'keys.json'))
    const rotate = () => kept.api['keys.rotate']({ passphrase: null })
    {
      await using _other = await realEngine({ dataFolder: kept.data })
      await expect(rotate()).rejects.toMatchObject({ code: 'data_busy' })
    }
    kept.keep({ segments: [], language: 'en', state: 'live' })
    await expect(rotate()).rejects.toMatchObject({ code: 'meeting_busy' })
    expect(readFileSync(join(kept.data, 'keys.json'))).toEqual(ring)
    expect(await kept.api['meeting.list']({})).toHaveLength(1)
  })
})
