/** Requests and frames that are right in most places, changed at random: thousands of them, the same for each seed. */
import { randomBytes } from 'node:crypto'
import { connect } from 'node:net'
import { type Chance, chance } from '../chance.ts'
import { ask, send, several } from './ask.ts'
import type { ServedProgram } from './served-program.ts'

interface Tried {
  readonly tried: number
  readonly broken: string[]
}

const pieces = [
  '\0',
  '\r\n',
  '\r',
  '\n',
  ' ',
  '\t',
  ':',
  '%00',
  '%',
  '%2e%2e/',
  '../',
  '..\\',
  '/',
  '//',
  '?',
  '#',
  '*',
  '\u00ff',
  'HTTP/9.9',
  'HTTP/0.9',
  'Host: a',
  'Content-Length: -1',
  'Content-Length: 99999999999999999999',
  'Transfer-Encoding: chunked',
  'Transfer-Encoding: chunked, chunked',
  'Connection: upgrade',
  'Expect: 100-continue',
  'Range: bytes=9-1,-,0-',
  '__proto__',
  '{{',
  '\ud83d',
] as const

const methods = [
  'GET',
  'POST',
  'HEAD',
  'OPTIONS',
  'PUT',
  'DELETE',
  'TRACE',
  'CONNECT',
  'PATCH',
  'BREW',
  'get',
] as const

export async function malformedRequests(
  program: ServedProgram,
  count: number,
  seed: number,
): Promise<Tried> {
  const { port, token, path } = program
  const choose = chance(seed)
  const broken = new Set<string>()
  const paths = [
    '/',
    path,
    `${path}enter`,
    '/enter',
    '/entered',
    '/engine',
    '/index.html',
    '/assets/x.js',
    '/imports?name=a',
    '/meetings/3f0b8f2e-1c2d-4b5a-9c3e-000000000001/sound',
    '/meetings/x/export/txt',
    '/meetings/../../server-token',
    '/..%2f..%2fserver-token',
  ]
  const requests = Array.from({ length: count }, () => {
    const head = [
      `${of(methods, choose)} ${of(paths, choose)} HTTP/1.1`,
      `Host: 127.0.0.1:${port}`,
      ...(choose.next() < 0.5 ? [`Authorization: Bearer ${token}`] : []),
      ...(choose.next() < 0.3 ? [`Origin: http://127.0.0.1:${port}`] : []),
      'Connection: close',
    ]
    return spoiled(`${head.join('\r\n')}\r\n\r\n`, choose)
  })
  const answers = await several(count, 40, (index) =>
    send(port, Buffer.from(requests[index] ?? '', 'latin1'), 500),
  )
  for (const [index, { status, text }] of answers.entries()) {
    if (status !== null && status >= 500 && status !== 503)
      broken.add(`request ${index} was answered ${status}`)
    if (text.includes(token)) broken.add(`request ${index} was answered with the token`)
    if (/node_modules|\bat .*\.ts:\d+/.test(text))
      broken.add(`request ${index} was answered with a stack`)
  }
  return { tried: count, broken: [...broken].slice(0, 5) }
}

/** Many on one connection, until the server closes it. */
export async function malformedFrames(
  program: ServedProgram,
  count: number,
  seed: number,
): Promise<Tried> {
  const choose = chance(seed)
  const broken: string[] = []
  let tried = 0
  while (tried < count) {
    const frames = Array.from({ length: choose.between(1, 40) }, () => frame(choose))
    tried += frames.length
    const said = await overSocket(program, Buffer.concat(frames))
    if (said.includes(program.token) || /node_modules/.test(said))
      broken.push('a frame was answered with a secret')
  }
  return { tried, broken: broken.slice(0, 5) }
}

function spoiled(text: string, choose: Chance): string {
  let changed = text
  for (let times = choose.between(1, 4); times > 0; times--) {
    const at = choose.between(0, changed.length + 1)
    const piece = choose.next() < 0.2 ? randomText(choose) : of(pieces, choose)
    changed = `${changed.slice(0, at)}${piece}${changed.slice(at + choose.between(0, 6))}`
  }
  return changed
}

function randomText(choose: Chance): string {
  return String.fromCharCode(
    ...Array.from({ length: choose.between(1, 30) }, () => choose.between(0, 256)),
  )
}

const texts = [
  '',
  '{',
  'null',
  '[]',
  '{"kind":"request"}',
  '{"kind":"request","id":1,"name":"__proto__","input":{}}',
  '{"kind":"request","id":1,"name":"constructor","input":{}}',
  '{"kind":"request","id":-1,"name":"meeting.list","input":{}}',
  '{"kind":"request","id":1e999,"name":"meeting.list","input":null}',
  '{"kind":"request","id":1,"name":"meeting.read","input":{"meetingId":"../../x"}}',
  '{"__proto__":{"kind":"request"}}',
  '{"kind":"event","event":{}}',
  '{"kind":"request","id":1,"name":"meeting.list","input":{"__proto__":{"a":1}}}',
  `${'['.repeat(5_000)}`,
  `{"kind":"request","id":1,"name":"${'x'.repeat(2_000)}","input":{}}`,
  '\ud800',
  '{"kind":"reply","id":1,"output":null}',
  '1e400',
  '"\\u0000"',
] as const

/** One frame, most of them as the protocol wants it, with a mask as a client must. */
function frame(choose: Chance): Buffer {
  const body = Buffer.from(
    choose.next() < 0.6 ? of(texts, choose) : spoiled(of(texts, choose), choose),
  )
  const plain = choose.next() < 0.7
  const first = plain ? 0x81 : choose.between(0, 256)
  const masked = plain || choose.next() < 0.7 ? 0x80 : 0
  const length = !plain && choose.next() < 0.3 ? choose.between(0, 126) : body.length
  const head =
    length < 126
      ? Buffer.from([first, masked | length])
      : Buffer.from([first, masked | 126, length >> 8, length & 255])
  const mask = Buffer.from([1, 2, 3, 4])
  const hidden = body.map((byte, index) => byte ^ (mask[index % 4] ?? 0))
  return Buffer.concat([head, ...(masked ? [mask] : []), hidden])
}

function overSocket({ port, token }: ServedProgram, frames: Buffer): Promise<string> {
  const head = `GET /engine HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: Bearer ${token}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\n\r\n`
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    let said = ''
    const end = (): void => {
      clearTimeout(timer)
      socket.destroy()
      resolve(said)
    }
    const timer = setTimeout(end, 60)
    socket.setEncoding('latin1').on('data', (part: string) => {
      if (said === '') socket.write(frames)
      if (said.length < 50_000) said += part
    })
    socket.once('error', end).once('close', end)
    socket.write(head)
  })
}

function of<T>(all: readonly T[], choose: Chance): T {
  return all[choose.between(0, all.length)] as T
}

/** Whether it still does what it is there for. */
export async function answersOwner({ port, token }: ServedProgram): Promise<boolean> {
  const { status } = await ask({
    port,
    path: '/entered',
    headers: [['Authorization', `Bearer ${token}`]],
  })
  return status === 204
}
