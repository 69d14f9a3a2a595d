import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import type { EngineEvent } from '#contract/events.ts'
import { wholeWarning } from '#contract/warning.ts'
import { connect } from '#wire/connect.ts'
import { startServer } from './http.ts'
import { backlogLimitBytes, socketChannel } from './socket-channel.ts'
import { meetingId, refusal, setUp, token, unknownId } from './testing/small-server.ts'

const deleted: EngineEvent = { type: 'meeting.deleted', meetingId }

it('serves the page with headers that forbid everything it does not need', async () => {
  await using server = await setUp()
  const { status, headers, body } = await server.get('/')
  expect(status).toBe(200)
  expect(body).toContain('RTSTT')
  expect(headers['cache-control']).toBe('no-cache')
  expect(headers['content-security-policy']).toMatch(/^default-src 'self'/)
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
  expect(headers['content-security-policy']).not.toContain('unsafe')
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['referrer-policy']).toBe('no-referrer')
})

it.each([
  ['/nothing', 404],
  ['/meetings/1/export/txt', 404],
  ['/../package.json', 403],
  ['/%2e%2e/package.json', 403],
  ['/%', 400],
])('hands out nothing at %s', async (path, status) => {
  await using server = await setUp()
  expect(await server.get(path)).toMatchObject({ status })
  expect(server.bugs).toEqual([])
})

it('plays the sound of a meeting from where a player asks for it', async () => {
  await using server = await setUp()
  const path = `/meetings/${meetingId}/sound`
  const total = 44 + 2000 * 32
  const whole = await server.get(path)
  expect(whole).toMatchObject({ status: 200, headers: { 'content-length': `${total}` } })
  expect(whole.headers).toMatchObject({ 'content-type': 'audio/wav', 'accept-ranges': 'bytes' })
  expect(whole.headers['content-security-policy']).toMatch(/^default-src 'self'/)
  expect(Buffer.byteLength(whole.body)).toBeGreaterThanOrEqual(total)
  expect(await server.get(path, { range: 'bytes=1000-1003' })).toMatchObject({
    status: 206,
    headers: { 'content-range': `bytes 1000-1003/${total}`, 'content-length': '4' },
    body: 'aaaa',
  })
  expect(await server.get(`${path}?track=me`, { range: 'bytes=60000-60001' })).toMatchObject({
    status: 206,
    body: 'mm',
  })
  expect(await server.get(path, { range: `bytes=${total}-` })).toMatchObject({ status: 416 })
  const head = await server.head(path)
  expect(head).toMatchObject({ status: 200, headers: { 'content-length': `${total}` }, body: '' })
  expect(server.bugs).toEqual([])
})

it.each([
  ['of nothing that is a meeting', '/meetings/1/sound', {}, 404],
  ['of no such meeting', `/meetings/${unknownId}/sound`, {}, 404],
  ['of no such track', `/meetings/${meetingId}/sound?track=other`, {}, 404],
  ['that is gone', `/meetings/${meetingId}/sound?track=mix`, {}, 404],
  ['to a foreign page', `/meetings/${meetingId}/sound`, { origin: 'https://evil.example' }, 403],
  ['under a rebound name', `/meetings/${meetingId}/sound`, { host: 'evil.example' }, 403],
] as const)('gives no sound %s', async (_, path, headers, status) => {
  await using server = await setUp()
  expect(await server.get(path, headers)).toMatchObject({ status })
  expect(server.bugs).toEqual([])
})

it('refuses a name that was rebound to this computer', async () => {
  await using server = await setUp()
  const host = `evil.example:${server.port}`
  expect(await server.get('/', { host })).toMatchObject({ status: 403 })
  expect(await refusal(server.dial({ host }))).toBe(403)
})

it('refuses requests and sockets of foreign pages', async () => {
  await using server = await setUp()
  const origin = 'https://evil.example'
  expect(await server.get(`/meetings/${meetingId}/export/vtt`, { origin })).toMatchObject({
    status: 403,
  })
  expect(await refusal(server.dial({ origin }))).toBe(403)
  expect(await refusal(server.dial({ origin: 'null' }))).toBe(403)
})

it('opens sockets in one place only', async () => {
  await using server = await setUp()
  expect(await refusal(server.dial({}, 'elsewhere'))).toBe(404)
})

it('carries commands, their failures and events over a socket of its own page', async () => {
  await using server = await setUp()
  const socket = server.dial({ origin: `http://127.0.0.1:${server.port}` })
  await once(socket, 'open')
  const client = connect(socketChannel(socket))
  const heard = vi.fn<(event: EngineEvent) => void>()
  client.onEvent(heard)

  await expect(client.call('meeting.list', {})).resolves.toEqual([])
  await expect(client.call('meeting.delete', { meetingId })).rejects.toMatchObject({
    code: 'internal',
    message: expect.not.stringContaining('secret'),
  })
  expect(server.bugs).toHaveLength(1)
  server.engine.emit(deleted)
  await expect.poll(() => heard).toHaveBeenCalledWith(deleted)

  socket.close()
  await expect.poll(() => server.engine.listenerCount()).toBe(0)
})

it('survives garbage and still answers on the same socket', async () => {
  await using server = await setUp()
  const socket = server.dial()
  await once(socket, 'open')
  for (const garbage of ['', '{', 'null', '[1]', '{"kind":"request"}', '"x"']) socket.send(garbage)
  socket.send(Buffer.from([0xff, 0x00]), { binary: true })
  await expect(connect(socketChannel(socket)).call('meeting.list', {})).resolves.toEqual([])
})

it('closes a socket that sends too much at once, and no other', async () => {
  await using server = await setUp()
  const [greedy, modest] = [server.dial(), server.dial()]
  await Promise.all([once(greedy, 'open'), once(modest, 'open')])
  const closed = once(greedy, 'close')
  greedy.send('x'.repeat(1024 * 1024 + 1))
  expect((await closed)[0]).toBe(1009)
  await expect(connect(socketChannel(modest)).call('meeting.list', {})).resolves.toEqual([])
})

it('cuts off a client that does not read, so that it cannot fill the memory', async () => {
  await using server = await setUp()
  const socket = server.dial()
  await once(socket, 'open')
  await expect.poll(() => server.engine.listenerCount()).toBe(1)
  socket.pause()
  const long: EngineEvent = {
    type: 'meeting.warned',
    meetingId,
    ...wholeWarning('disk_full', 'x'.repeat(256 * 1024)),
  }
  for (let sent = 0; sent < 8 * backlogLimitBytes; sent += long.message.length) {
    server.engine.emit(long)
  }
  await expect.poll(() => server.engine.listenerCount()).toBe(0)
})

it('hands out an export as a file', async () => {
  await using server = await setUp()
  const { status, headers, body } = await server.get(`/meetings/${meetingId}/export/vtt`)
  expect({ status, body }).toEqual({ status: 200, body: 'WEBVTT\n' })
  expect(headers['content-type']).toBe('text/vtt; charset=utf-8')
  expect(headers['content-disposition']).toContain("filename*=UTF-8''Citt%C3%A0.vtt")
  const word = await server.get(`/meetings/${meetingId}/export/docx`)
  expect(word.headers).toMatchObject({
    'content-type': 'application/x-word',
    'content-length': '3',
  })
  expect(await server.get(`/meetings/${meetingId}/export/doc`)).toMatchObject({ status: 404 })
  expect(await server.get(`/meetings/${unknownId}/export/txt`)).toMatchObject({
    status: 404,
    body: 'No such meeting.\n',
  })
})

it.each(['0.0.0.0', '::', '192.168.1.10', 'example.org'])('will not listen on %s', async (host) => {
  await using server = await setUp()
  const { engine, pageFolder } = server
  await expect(startServer({ engine, pageFolder, host, port: 0, token })).rejects.toMatchObject({
    code: 'invalid_input',
    message: expect.stringContaining('--tls-cert'),
  })
})

it('says which port is taken and how to take another', async () => {
  await using server = await setUp()
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  const { port } = taken.address() as AddressInfo
  const { engine, pageFolder } = server
  const again = startServer({ engine, pageFolder, host: '127.0.0.1', port, token })
  await expect(again).rejects.toMatchObject({
    code: 'port_in_use',
    message: expect.stringMatching(new RegExp(`Port ${port}.*--port`)),
  })
  taken.close()
})

it('says how to build a page that is not there', async () => {
  await using server = await setUp()
  const pageFolder = join(server.pageFolder, 'missing')
  const { engine } = server
  const start = startServer({ engine, pageFolder, host: '127.0.0.1', port: 0, token })
  await expect(start).rejects.toMatchObject({
    code: 'file_missing',
    message: expect.stringContaining('npm run build:page'),
  })
})
