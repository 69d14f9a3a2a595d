import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect as connectTls } from 'node:tls'
import { expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { startServer } from './http.ts'
import { certificateObstacle, makeCertificate } from './testing/certificate.ts'
import { setUp, token } from './testing/small-server.ts'
import { readTls } from './tls.ts'
import { whereToListen } from './where-to-listen.ts'

/** Whoever is asked under a strange name. */
const checkServerIdentity = (): undefined => undefined

const cannot = certificateObstacle !== null

function folderWith(names: string) {
  const folder = mkdtempSync(join(tmpdir(), 'rtstt-tls-'))
  return {
    folder,
    ...makeCertificate(folder, names),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  }
}

it.skipIf(cannot)(
  'serves other computers under the names of its certificate, encrypted',
  async () => {
    using files = folderWith('DNS:desk.home,IP:127.0.0.1')
    await using small = await setUp()
    const { engine, pageFolder } = small
    const tls = readTls(files.cert, files.key)
    const server = await startServer({ engine, pageFolder, host: '0.0.0.0', port: 0, token, tls })
    const { port } = new URL(server.url)
    const ca = readFileSync(files.cert)
    async function get(host: string, headers: Readonly<Record<string, string>>) {
      const asked = request({
        host: '127.0.0.1',
        port,
        ca,
        checkServerIdentity,
        headers: { host, ...headers },
      })
      asked.end()
      const [answer] = (await once(asked, 'response')) as [IncomingMessage]
      answer.resume()
      return { status: answer.statusCode, headers: answer.headers }
    }
    const authorization = `Bearer ${token}`
    expect(server.url).toMatch(/^https:\/\/desk\.home:\d+\/[\w-]{16}\/$/)
    expect(server.here).toBe('127.0.0.1')
    const [ours, other] = [`desk.home:${port}`, `evil.example:${port}`]
    expect(await get(ours, { authorization })).toMatchObject({
      status: 200,
      headers: { 'strict-transport-security': 'max-age=31536000' },
    })
    expect(await get(`127.0.0.1:${port}`, { authorization })).toMatchObject({ status: 200 })
    expect(await get(ours, {})).toMatchObject({ status: 401 })
    expect(await get(other, { authorization })).toMatchObject({ status: 403 })

    const headers = { authorization, host: ours, origin: `https://${ours}` }
    const socket = new WebSocket(`wss://127.0.0.1:${port}/engine`, { ca, headers })
    await once(socket, 'open')
    socket.close()
    const old = connectTls({ host: '127.0.0.1', port: Number(port), ca, maxVersion: 'TLSv1.1' })
    await expect(once(old, 'secureConnect')).rejects.toThrow(
      /protocol|alert|version|ECONNRESET|disconnected/i,
    )
    await server.close()
  },
)

it.skipIf(cannot)('says what is wrong with a certificate or its key', () => {
  using files = folderWith('DNS:desk.home')
  using others = folderWith('DNS:desk.home')
  const text = join(files.folder, 'text')
  writeFileSync(text, 'hello', { mode: 0o600 })
  expect(() => readTls(files.cert, others.key)).toThrow(/does not belong to the certificate/)
  expect(() => readTls(text, files.key)).toThrow(/holds no certificate/)
  expect(() => readTls(files.cert, text)).toThrow(/holds no key/)
  expect(() => readTls(files.cert, join(files.folder, 'none'))).toThrow(/cannot be read/)
  expect(() => readTls(files.cert, files.key, Date.now() + 3 * 24 * 3_600_000)).toThrow(/Get a new/)
  if (process.platform === 'win32') return
  chmodSync(files.key, 0o644)
  expect(() => readTls(files.cert, files.key)).toThrow(/chmod 600/)
})

it.skipIf(cannot)('knows for which names a certificate is', () => {
  using files = folderWith('DNS:*.desk.home,DNS:desk.example,IP:192.168.1.4')
  const tls = readTls(files.cert, files.key)
  expect(tls.name).toBe('desk.example')
  const names = [
    'any.desk.home',
    'desk.home',
    'a.b.desk.home',
    'DESK.example',
    '192.168.1.4',
    '192.168.1.5',
    'test',
  ]
  expect(names.map(tls.isFor)).toEqual([true, false, false, true, true, false, false])
})

it.each([
  ['0.0.0.0', ['desk.home'], 'desk.home', '127.0.0.1'],
  ['::', ['desk.home'], 'desk.home', '::1'],
  ['192.168.1.4', [], '192.168.1.4', '192.168.1.4'],
  ['fd00::4', [], '[fd00::4]', 'fd00::4'],
])('listens on %s where it is encrypted', (host, names, shown, here) => {
  const tls = { cert: Buffer.of(), key: Buffer.of(), isFor: () => false, name: null }
  expect(whereToListen({ host, tls, names })).toMatchObject({ shown, here, isFar: true })
  expect(() => whereToListen({ host, tls: null, names })).toThrow(/--tls-cert FILE --tls-key FILE/)
})

it('asks for a name where nothing says one', () => {
  const tls = { cert: Buffer.of(), key: Buffer.of(), isFor: () => false, name: null }
  expect(() => whereToListen({ host: '0.0.0.0', tls, names: [] })).toThrow(/--name NAME/)
})
