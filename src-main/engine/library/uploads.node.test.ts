import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { folderUploads } from './uploads.node.ts'

async function setUp(largestBytes = 100) {
  const folder = await mkdtemp(join(tmpdir(), 'rtstt-uploads-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
  const root = join(folder, 'uploads')
  return { root, uploads: folderUploads(root, { largestBytes }), left: () => readdir(root) }
}

async function* bytes(...chunks: ReadonlyArray<string | Error>) {
  for (const chunk of chunks) {
    if (chunk instanceof Error) throw chunk
    yield Buffer.from(chunk)
  }
}

it('keeps what arrives, byte for byte, where only this user can read it', async () => {
  const { uploads, root } = await setUp()
  const path = await uploads.receive('Interview (1).WAV', bytes('one ', 'two'))
  expect(await readFile(path, 'utf8')).toBe('one two')
  expect(path).toMatch(/\.wav$/)
  expect(uploads.holds(path)).toBe(true)
  if (process.platform !== 'win32') expect((await stat(root)).mode & 0o077).toBe(0)
})

it('takes no path from a name', async () => {
  const { uploads, root } = await setUp()
  const path = await uploads.receive('../../evil.sh\u0000/x', bytes('x'))
  expect(path.startsWith(root)).toBe(true)
  expect(uploads.holds(join(root, '..', 'evil.sh'))).toBe(false)
})

it.each([
  ['is broken off', bytes('half', new Error('the browser went away')), /went away/],
  ['is larger than what is taken in', bytes('x'.repeat(101)), /not taken in/],
  ['is empty', bytes(), /empty/],
])('leaves nothing of a file that %s', async (_, arriving, why) => {
  const { uploads, left } = await setUp()
  await expect(uploads.receive('a.wav', arriving)).rejects.toThrow(why)
  expect(await left()).toEqual([])
})

it('removes what a kill left, and neither what is waited for nor what is being written', async () => {
  const { uploads, root, left } = await setUp()
  const wanted = await uploads.receive('wanted.wav', bytes('x'))
  await writeFile(join(root, 'abandoned.wav'), 'x')
  await writeFile(join(root, 'arriving.wav'), 'x')
  const old = new Date(Date.now() - 2 * 60 * 60_000)
  for (const path of [wanted, join(root, 'abandoned.wav')]) await utimes(path, old, old)
  await uploads.clear(new Set([wanted]))
  expect((await left()).toSorted()).toEqual(
    [wanted.slice(root.length + 1), 'arriving.wav'].toSorted(),
  )
})
