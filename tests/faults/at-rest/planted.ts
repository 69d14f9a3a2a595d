/** A phrase is written everywhere and looked for; then it is tried without keys, and after it was deleted. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { MeetingId } from '#contract/ids.ts'
import { folderRecordings } from '#engine/audio/recording.node.ts'
import type { FolderKeys } from '#engine/keys/folder-keys.ts'
import { passingKeys } from '#engine/keys/folder-keys.ts'
import { keyFiles } from '#engine/keys/key-file.node.ts'
import { openRing } from '#engine/keys/open-ring.node.ts'
import { openForWriting } from '#engine/store/open-database.sqlite.ts'
import { openStore } from '#engine/store/store.sqlite.ts'
import { keepText } from '../../../src-main/testing/kept-meetings.ts'
import { chance } from '../chance.ts'
import type { Row, Trial } from '../fault.ts'
import { findPlanted } from '../find-planted.ts'
import { type Grounds, type Place } from '../place.ts'
import { rtstt } from '../program.ts'
import { spokenText } from '../spoken-text.ts'

const program = fileURLToPath(new URL('../keep-secrets.program.ts', import.meta.url))
const Kept = z.object({ kept: MeetingId, deleted: MeetingId })

/** A folder in which the phrase is everywhere, left as a kill left it. */
export interface Planted extends AsyncDisposable {
  readonly place: Place
  /** Stands in the meeting that is deleted, and nowhere else. */
  readonly other: string
  readonly kept: MeetingId
  readonly deleted: MeetingId
}

/** Words of no language, so that none of them is anywhere by chance. */
function phraseFor(seed: number): string {
  const { between } = chance(seed)
  const letter = (): string => String.fromCodePoint(97 + between(0, 26))
  const word = (): string => Array.from({ length: 11 }, letter).join('')
  return `${word()} ${word()} ${word()}`
}

export async function plantedPhrase(
  ground: Grounds,
  { seed, say }: Trial,
): Promise<{ readonly folder: Planted; readonly rows: readonly Row[] }> {
  const [phrase, other] = [phraseFor(seed), phraseFor(seed + 0x1234)]
  const here = await ground.place()
  const searches: Array<{
    readonly when: string
    readonly files: number
    readonly found: readonly string[]
  }> = []
  const search = (when: string): void =>
    void [phrase, other].map((one) => searches.push({ when, ...findPlanted(here.data, one) }))

  const running = spawn(process.execPath, [program, here.data, phrase, other], {
    env: here.env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const meetings = Kept.parse(JSON.parse(await firstLine(running)))
  search('while it runs')
  running.kill('SIGKILL')
  await once(running, 'exit')
  search('after a kill')
  const list = await rtstt(here, 'meetings', 'list').ended
  search('after the next start')
  await rtstt(here, 'export', meetings.kept, '--output', here.temporary).ended
  search('after an export')
  say(`searched ${searches.map(({ files }) => files).join(', ')} files`)
  const broken = searches.flatMap(({ when, found }) => found.map((where) => `${when}: ${where}`))
  const exports = findPlanted(here.temporary, phrase)
  if (!list.out.includes(phrase) || exports.found.length === 0)
    broken.push('the owner does not find the phrase either')
  if (!isFoundInPlain(here, phrase))
    broken.push('the search finds nothing where nothing is encrypted')
  const tried = searches.reduce((sum, { files }) => sum + files, 0)
  return {
    folder: {
      place: here,
      other,
      ...meetings,
      [Symbol.asyncDispose]: () => here[Symbol.asyncDispose](),
    },
    rows: [
      { fault: 'a planted phrase is looked for', tried, recoveredMs: null, lost: null, broken },
    ],
  }
}

async function firstLine(running: ChildProcess): Promise<string> {
  if (!running.stdout) throw new Error('nothing can be read of the program')
  const [line] = (await once(createInterface(running.stdout), 'line')) as [string]
  return line
}

/** What the search is worth. */
function isFoundInPlain(here: Place, phrase: string): boolean {
  const folder = join(here.temporary, 'plain')
  mkdirSync(folder)
  using store = openStore(join(folder, 'rtstt.sqlite'))
  keepText(store, { segments: spokenText([phrase]), language: 'en', title: phrase })
  return findPlanted(folder, phrase).found.length > 0
}

/** Every way to read without the keys of the folder. */
export async function withoutKeys({ place: here, kept }: Planted): Promise<Row> {
  const database = join(here.data, 'rtstt.sqlite')
  const strangers = passingKeys()
  const oneBit = Buffer.from(keysOf(here).database)
  oneBit.writeUInt8(oneBit.readUInt8(0) ^ 1, 0)
  const tries: ReadonlyArray<readonly [string, () => unknown]> = [
    ['the database without a key', () => readStore(database, null)],
    ['the database with another key', () => readStore(database, strangers.database)],
    ['the database with one bit changed', () => readStore(database, oneBit)],
    ['a recording without keys', () => readSound(here, kept, null)],
    ['a recording with other keys', () => readSound(here, kept, strangers)],
    ['the ring on another computer', () => keysOf(here, join(here.temporary, 'elsewhere'))],
  ]
  const broken: string[] = []
  for (const [what, attempt] of tries) if (await succeeds(attempt)) broken.push(`${what} was read`)
  const stranger = { ...here, env: { ...here.env, RTSTT_KEYS: join(here.temporary, 'none') } }
  for (const words of [
    ['meetings', 'list'],
    ['show', 'last'],
    ['search', 'anna'],
  ]) {
    const { code, out } = await rtstt(stranger, ...words).ended
    if (code !== 5 || out !== '') broken.push(`rtstt ${words.join(' ')} ended with ${code}`)
  }
  const owner = await succeeds(() => readSound(here, kept, keysOf(here)))
  if (!owner) broken.push('the owner does not hear the recording either')
  const tried = tries.length + 3
  return { fault: 'read with no key, or a wrong one', tried, recoveredMs: null, lost: null, broken }
}

/** What a disk kept of a deleted recording, and every page of the database, are read with the keys that are left. */
export async function deletedForGood({ place: here, other, deleted }: Planted): Promise<Row> {
  const recording = join(here.data, 'recordings', deleted)
  const remains = join(here.temporary, 'remains')
  mkdirSync(remains)
  const names = readdirSync(recording)
  for (const name of names) copyFileSync(join(recording, name), join(remains, name))
  const broken: string[] = []
  await rtstt(here, 'backup', 'make').ended
  for (const what of ['delete', 'purge']) {
    const { code, err } = await rtstt(here, 'meetings', what, deleted).ended
    if (code !== 0) broken.push(`rtstt meetings ${what}: ${err.trim()}`)
  }
  if (existsSync(recording)) broken.push('its recording is still there')
  mkdirSync(recording)
  // Sound is found again on the disk; the small files that held its keys were written over before they went.
  for (const name of names.filter((one) => !/key/.test(one)))
    copyFileSync(join(remains, name), join(recording, name))
  const keys = keysOf(here)
  if (await succeeds(() => readSound(here, deleted, keys))) broken.push('its sound was read')
  const pages = join(here.temporary, 'pages')
  mkdirSync(pages)
  const backups = join(here.data, 'backups')
  const stores = readdirSync(backups)
    .filter((name) => name.endsWith('.sqlite'))
    .map((name) => join(backups, name))
  for (const [at, path] of [join(here.data, 'rtstt.sqlite'), ...stores].entries()) {
    const db = openForWriting(path, keys.database)
    writeFileSync(join(pages, `${at}.sqlite`), db.serialize())
    db.close()
  }
  for (const where of findPlanted(pages, other).found) broken.push(`a page holds it: ${where}`)
  return {
    fault: 'a deleted meeting is read with all keys',
    tried: 2,
    recoveredMs: null,
    lost: null,
    broken,
  }
}

function readStore(path: string, key: Uint8Array | null): unknown {
  using store = openStore(path, { mode: 'read', key })
  return store.meetings.list()
}

async function readSound(here: Place, id: MeetingId, keys: FolderKeys | null): Promise<void> {
  const recordings = folderRecordings(join(here.data, 'recordings'), Date.now, keys)
  await using sound = await recordings.follow(id)
  const samples = await sound.read('me', 0, 100)
  if (samples.every((sample) => sample === 0)) throw new Error('silence')
}

function keysOf(here: Place, folder = here.env['RTSTT_KEYS'] ?? ''): FolderKeys {
  return openRing({
    folder: here.data,
    keeping: keyFiles(folder),
    passphrase: null,
    words: null,
    nowMs: Date.now,
    database: 'encrypted',
    alone: (work) => work(),
  }).keys
}

async function succeeds(attempt: () => unknown): Promise<boolean> {
  try {
    await attempt()
    return true
  } catch {
    return false
  }
}
