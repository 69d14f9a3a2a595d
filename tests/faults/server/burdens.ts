/** Whoever is slow, asks too often or sends too much, beside an owner who works on. */
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import type { WebSocket } from 'ws'
import type { Row } from '../fault.ts'
import { ask, several } from './ask.ts'
import { keepAsking, type ServedProgram, timeToEnter } from './served-program.ts'

/** How long the owner may wait, during and after. */
const patienceMs = 3_000
/** What the program may hold beyond what it held before: far less than what is thrown at it, and what a collector leaves. */
const mostMemoryBytes = 192 * 1024 ** 2

interface Burden {
  readonly fault: string
  /** Puts it on, and answers how often, and with what went against a promise. */
  readonly act: (
    program: ServedProgram,
  ) => Promise<{ readonly tried: number; readonly broken: string[] }>
}

/** The owner asks all the while; afterwards somebody new comes. */
export async function bear({ fault, act }: Burden, program: ServedProgram): Promise<Row> {
  const beforeBytes = program.memoryBytes()
  const owner = await keepAsking(program)
  const { tried, broken } = await act(program)
  const recoveredMs = await timeToEnter(program)
  const { longestMs, failures } = await owner()
  const grownBytes = program.memoryBytes() - beforeBytes
  if (longestMs > patienceMs)
    broken.push(`the owner waited ${Math.round(longestMs)} ms for an answer`)
  if (failures > 0) broken.push(`the owner was not answered ${failures} times`)
  if (grownBytes > mostMemoryBytes)
    broken.push(`the program grew by ${Math.round(grownBytes / 1024 ** 2)} MB`)
  if (program.ended()) broken.push(`the program ${program.ended()}`)
  return {
    fault,
    tried,
    recoveredMs: { value: Math.round(recoveredMs), atMost: patienceMs },
    lost: null,
    broken,
  }
}

/** The server's own limit is ten seconds; on a busy computer it looks later. */
const longestMs = 25_000

const longAnswers = 60

/** Each is answered with its own name, which makes twelve megabytes. */
function askMuch(socket: WebSocket): void {
  for (let id = 1; id <= longAnswers; id++)
    socket.send(JSON.stringify({ kind: 'request', id, name: 'x'.repeat(200_000), input: {} }))
}

/** As much as slow clients ask, by some who read it: what the program takes for that once is not what it loses. */
export async function askAndRead(program: ServedProgram): Promise<void> {
  await several(4, 4, async () => {
    const socket = await opened(program)
    askMuch(socket)
    await readAgain(socket)
  })
}

/** Requests that never end, uploads by drops, and sockets that ask for much and read nothing. */
export const slowClients: Burden = {
  fault: 'slow clients',
  async act(program) {
    const { port, path } = program
    const broken: string[] = []
    const heads = [
      'GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n',
      `POST ${path}enter HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: http://127.0.0.1:${port}\r\nContent-Type: text/plain\r\nContent-Length: 900\r\n\r\n`,
      `POST /imports?name=a.wav HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Length: 9000000\r\n\r\n`,
      '',
    ]
    const drops = Array.from({ length: 80 }, (_, index) =>
      dropping(port, heads[index % heads.length] ?? ''),
    )
    const silent = await Promise.all(Array.from({ length: 4 }, () => opened(program)))
    for (const socket of silent) {
      socket.pause()
      askMuch(socket)
    }
    const alive = await stillThere(drops)
    if (alive > 0) broken.push(`${alive} connections still wait after ${longestMs / 1000} s`)
    for (const one of drops) one.destroy()
    // Either all that they asked for is there when they read again, or they are told to come back.
    const read = await Promise.all(silent.map(readAgain))
    const lost = read.filter((answers) => answers !== null && answers < longAnswers).length
    if (lost > 0) broken.push(`${lost} slow clients were neither answered nor told to come back`)
    return { tried: drops.length + silent.length, broken }
  },
}

/** More of everything than anybody needs. */
export function floods(times: number): Burden {
  return {
    fault: 'floods of connections, requests, guesses and messages',
    async act(program) {
      const { port } = program
      const broken: string[] = []
      const idle = Array.from({ length: 400 }, () => idling(port))
      const asked = await several(times, 60, () => ask({ port }))
      const guesses = await several(times / 4, 30, (index) =>
        ask({ port, headers: [['Authorization', `Bearer ${index}${'x'.repeat(40)}`]] }),
      )
      const odd = [...asked, ...guesses].filter(({ status }) => ![401, 429, null].includes(status))
      if (odd.length > 0) broken.push(`${odd.length} of the flood were answered ${odd[0]?.status}`)
      const busy = await opened(program)
      let replies = 0
      busy.on('message', () => replies++)
      for (let id = 1; id <= times * 5; id++)
        busy.send(JSON.stringify({ kind: 'request', id, name: 'settings.read', input: {} }))
      for (let each = 0; each < times; each++) busy.ping('x'.repeat(100))
      const began = performance.now()
      await wait(3_000)
      busy.terminate()
      const seconds = (performance.now() - began) / 1000
      // A burst, what was under way, and the rate from then on.
      const most = 500 + 1_500 + 200 * seconds
      if (replies > most)
        broken.push(`${replies} messages of one client were answered in ${seconds.toFixed(1)} s`)
      for (const one of idle) one.destroy()
      return { tried: times * 7 + times / 4 + idle.length, broken }
    },
  }
}

/** Heads, bodies and messages that are larger than anything that is meant. */
export const oversize: Burden = {
  fault: 'heads, bodies and messages too large',
  async act(program) {
    const { port, token, path } = program
    const broken: string[] = []
    const owner = ['Authorization', `Bearer ${token}`] as const
    const origin = ['Origin', `http://127.0.0.1:${port}`] as const
    const large = 'x'.repeat(2_000_000)
    const answers = [
      await ask({ port, headers: [owner, ['X', large.slice(0, 100_000)]] }),
      await ask({ port, path: `/${large.slice(0, 100_000)}`, headers: [owner] }),
      await ask({
        port,
        method: 'POST',
        path: `${path}enter`,
        headers: [origin, ['Content-Type', 'text/plain']],
        body: large,
      }),
      await ask({ port, method: 'POST', path: '/entered', headers: [owner], body: large }),
      await ask({
        port,
        method: 'POST',
        path: `/imports?name=${'x'.repeat(4_000)}`,
        headers: [owner],
        body: 'x',
      }),
    ]
    for (const [at, { status }] of answers.entries())
      if (status !== null && (status < 400 || status >= 500))
        broken.push(`request ${at} was answered ${status}`)
    const codes = [
      await closedBy(program, (socket) => socket.send(large)),
      await closedBy(program, (socket) => {
        for (let part = 0; part < 1_000; part++) socket.send('x', { fin: false })
      }),
      await closedBy(program, (socket) => {
        for (let part = 0; part < 30; part++) socket.send(large.slice(0, 50_000), { fin: false })
      }),
      // Compressed, though that was not agreed on.
      await closedBy(program, (socket) =>
        socketOf(socket).write(Buffer.from([0xc1, 0x80, 0, 0, 0, 0])),
      ),
      await closedBy(program, (socket) =>
        socketOf(socket).write(
          Buffer.from([0x81, 0xff, 0, 0x7f, 255, 255, 255, 255, 255, 255, 0, 0, 0, 0]),
        ),
      ),
    ]
    for (const [at, code] of codes.entries())
      if (![1002, 1006, 1008, 1009].includes(code))
        broken.push(`message ${at} was closed with ${code}`)
    return { tried: answers.length + codes.length, broken }
  },
}

/** How many are left when the longest time is over, or all are gone. */
async function stillThere(sockets: readonly Socket[]): Promise<number> {
  const began = performance.now()
  const left = (): number => sockets.filter(({ destroyed }) => !destroyed).length
  while (left() > 0 && performance.now() - began < longestMs) await wait(200)
  return left()
}

/** A connection that sends a byte now and then, for as long as it is let. */
function dropping(port: number, head: string): Socket {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => {})
  if (head) socket.write(head)
  const timer = setInterval(() => socket.write('x'), 500)
  socket.once('close', () => clearInterval(timer))
  socket.resume()
  return socket
}

function idling(port: number): Socket {
  return connect(port, '127.0.0.1')
    .on('error', () => {})
    .resume()
}

async function opened(program: ServedProgram): Promise<WebSocket> {
  const socket = program.dial()
  socket.on('error', () => {})
  await once(socket, 'open')
  return socket
}

/** How many answers come once a client reads; null where it was cut off. */
async function readAgain(socket: WebSocket): Promise<number | null> {
  if (socket.readyState === socket.CLOSED) return null
  let answers = 0
  const all = Promise.withResolvers<'all'>()
  socket.on('message', (text: Buffer) => {
    if (text.toString('latin1').includes('"failure"')) answers += 1
    if (answers >= longAnswers) all.resolve('all')
  })
  const closed = once(socket, 'close').then(() => 'closed' as const)
  socket.resume()
  const end = await Promise.race([all.promise, closed, wait(20_000, 'late' as const)])
  socket.terminate()
  return end === 'closed' ? null : answers
}

async function closedBy(program: ServedProgram, act: (socket: WebSocket) => void): Promise<number> {
  const socket = await opened(program)
  const closed = once(socket, 'close')
  act(socket)
  const [code] = (await Promise.race([closed, wait(8_000, [0], { ref: false })])) as [number]
  socket.terminate()
  return code
}

/** What carries the frames, to write some that ws would not. */
function socketOf(socket: WebSocket): Socket {
  return Reflect.get(socket, '_socket') as Socket
}
