import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { type IncomingMessage, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { EngineApi } from '#contract/commands.ts'
import { AppError } from '#contract/errors.ts'
import { ImportId } from '#contract/ids.ts'
import type { Import } from '#contract/import.ts'
import { startServer } from './http.ts'

const file: Import = {
  id: ImportId.parse('3f0b8f2e-1c2d-4b5a-9c3e-000000000009'),
  fileName: 'Città.wav',
  sizeBytes: 5,
  state: 'waiting',
  meetingId: null,
  readMs: 0,
  totalMs: null,
  leftMs: null,
  failure: null,
}

async function setUp(refusal: AppError | null = null) {
  const pageFolder = await mkdtemp(join(tmpdir(), 'rtstt-page-'))
  await writeFile(join(pageFolder, 'index.html'), '<!doctype html><title>RTSTT</title>')
  const arrived: string[] = []
  const broken: unknown[] = []
  const begun = Promise.withResolvers<void>()
  async function receive(name: string, bytes: AsyncIterable<Uint8Array>): Promise<Import> {
    let text = ''
    try {
      for await (const chunk of bytes) {
        begun.resolve()
        text += Buffer.from(chunk).toString()
      }
    } catch (error) {
      broken.push(error)
      throw error
    }
    if (refusal) throw refusal
    arrived.push(`${name}: ${text}`)
    return file
  }
  // Only what is used here exists.
  const engine = { api: {} as EngineApi, subscribe: () => () => {}, receive }
  const server = await startServer({
    engine,
    pageFolder,
    host: '127.0.0.1',
    port: 0,
    token: 'shown',
  })
  const { port } = new URL(server.url)
  const post = (path: string, headers: Readonly<Record<string, string>> = {}) =>
    request({
      host: '127.0.0.1',
      port,
      path,
      method: 'POST',
      headers: { authorization: 'Bearer shown', ...headers },
    })
  return {
    arrived,
    broken,
    begun: begun.promise,
    post,
    async send(path: string, body: string, headers: Readonly<Record<string, string>> = {}) {
      const asked = post(path, headers)
      asked.end(body)
      const [answer] = (await once(asked, 'response')) as [IncomingMessage]
      let text = ''
      for await (const part of answer) text += String(part)
      return { status: answer.statusCode, text }
    },
    [Symbol.asyncDispose]: async () => {
      await server.close()
      await rm(pageFolder, { recursive: true })
    },
  }
}

it('takes in a file of any type under its name, larger than any other message', async () => {
  await using server = await setUp()
  const body = 'x'.repeat(200_000)
  const name = encodeURIComponent('Città.wav')
  for (const type of ['audio/wav', 'application/json', 'text/plain', ''])
    expect(
      await server.send(`/imports?name=${name}`, body, type ? { 'content-type': type } : {}),
    ).toMatchObject({ status: 201, text: JSON.stringify(file) })
  expect(server.arrived).toEqual(Array(4).fill(`Città.wav: ${body}`))
})

it.each([
  ['a foreign page', '/imports?name=a.wav', { origin: 'https://evil.example' }, 403],
  ['a rebound name', '/imports?name=a.wav', { host: 'evil.example' }, 403],
  ['nobody who says no name', '/imports', {}, 400],
  ['a name without end', `/imports?name=${'x'.repeat(300)}`, {}, 400],
])('takes in nothing from %s', async (_, path, headers, status) => {
  await using server = await setUp()
  expect(await server.send(path, 'sound', headers)).toMatchObject({ status })
  expect(server.arrived).toEqual([])
})

it('says in words why a file cannot be kept', async () => {
  await using server = await setUp(new AppError('disk_full', 'The disk is full.'))
  expect(await server.send('/imports?name=a.wav', 'sound')).toEqual({
    status: 507,
    text: 'The disk is full.\n',
  })
})

it('lets whoever keeps it know that a file breaks off', async () => {
  await using server = await setUp()
  const asked = server.post('/imports?name=a.wav', { 'content-length': '1000' })
  asked.on('error', () => {})
  asked.write('half')
  await server.begun
  asked.destroy()
  await expect.poll(() => server.broken).toHaveLength(1)
  expect(server.arrived).toEqual([])
})
