/** Whoever has not entered, and pages of other sites: what they are answered, on every route there is. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { EngineApi } from '#contract/commands.ts'
import { makeCode } from '../../../src-main/server/entry-codes.ts'
import { type RunningServer, startServer } from '../../../src-main/server/http.ts'
import type { Row } from '../fault.ts'
import { type Answer, ask, several, type Wish } from './ask.ts'
import type { ServedProgram } from './served-program.ts'

const upgrade = [
  ['Connection', 'Upgrade'],
  ['Upgrade', 'websocket'],
  ['Sec-WebSocket-Version', '13'],
  ['Sec-WebSocket-Key', 'dGhlIHNhbXBsZSBub25jZQ=='],
] as const

type Headers = readonly (readonly [string, string])[]

/** Everything but the page of whoever is outside: `enter` answers that to anybody. */
export async function withoutEntering(program: ServedProgram): Promise<Row> {
  const { port, token, path } = program
  const shown: readonly (readonly [string, Headers])[] = [
    ['nothing', []],
    ['a wrong token', [['Authorization', `Bearer ${'x'.repeat(43)}`]]],
    ['the token as a password', [['Authorization', `Basic ${token}`]]],
    ['the token as a cookie', [['Cookie', `rtstt-${port}=${token}`]]],
    ['a code as a token', [['Authorization', `Bearer ${makeCode(token, port, Date.now())}`]]],
    [
      'claims to come from here',
      [
        ['X-Forwarded-For', '127.0.0.1'],
        ['X-Real-IP', '127.0.0.1'],
      ],
    ],
  ]
  const wishes: { readonly what: string; readonly wish: Wish }[] = []
  for (const { method, url } of await routesOf())
    for (const at of [url, `${path}${url.slice(1)}`])
      for (const [what, headers] of shown) {
        const place = at.replace(':id', '3f0b8f2e-1c2d-4b5a-9c3e-000000000001')
        const asked = place.replace(':format', 'txt').replace('*', 'index.html')
        wishes.push({
          what: `${method} ${at} with ${what}`,
          wish: { port, method, path: asked, headers },
        })
      }
  for (const at of ['/engine', `${path}engine`])
    for (const [what, headers] of shown)
      wishes.push({ what: `the socket ${at} with ${what}`, wish: socketWish(port, at, headers) })
  const broken: string[] = []
  const look = (what: string, { status, text }: Answer, allowed: readonly number[]): void => {
    if (!allowed.includes(status ?? 0)) broken.push(`${what} was answered ${status}`)
    if (/<script|Set-Cookie/i.test(text)) broken.push(`${what} was given more than a page`)
  }
  const isGuess = ({ headers = [] }: Wish): boolean =>
    headers.some(([, value]) => value.startsWith('Bearer '))
  // Guesses are answered ever later, and only a few of them at once.
  const guesses = wishes.filter(({ wish }) => isGuess(wish))
  const guessing = several(guesses.length, guesses.length, async (at) => {
    const { what, wish } = guesses[at] as (typeof wishes)[number]
    look(what, await ask(wish), [401, 429])
  })
  for (const { what, wish } of wishes)
    if (!isGuess(wish)) look(what, await untilAnswered(wish), [401])
  await guessing
  return {
    fault: 'asked for everything without entering',
    tried: wishes.length,
    recoveredMs: null,
    lost: null,
    broken,
  }
}

/** With the owner's own token, so that nothing but where it comes from can be wrong. */
export async function fromElsewhere({ port, token, path }: ServedProgram): Promise<Row> {
  const owner = ['Authorization', `Bearer ${token}`] as const
  const here = `127.0.0.1:${port}`
  const hosts = [
    `evil.example:${port}`,
    `127.0.0.1.nip.io:${port}`,
    `localhost.evil.example:${port}`,
    `localhost.:${port}`,
    `127.1:${port}`,
    `2130706433:${port}`,
    `0x7f.0.0.1:${port}`,
    `0.0.0.0:${port}`,
    `[::1%25lo]:${port}`,
    `[::ffff:127.0.0.1]:${port}`,
    `127.0.0.1:${port + 1}`,
    '127.0.0.1',
    `a@${here}`,
    `${here}/`,
    `${here}, evil.example`,
    ` ${'x'.repeat(300)}:${port}`,
    '',
  ]
  const origins = [
    'https://evil.example',
    'null',
    `http://localhost:${port}`,
    `https://${here}`,
    `http://127.0.0.1:${port + 1}`,
    'http://127.0.0.1',
    `http://${here}.evil.example`,
    `http://evil.example:${port}`,
    `http://${here}/`,
    `http://${here}, https://evil.example`,
    'file://',
    'app://rtstt',
    '',
  ]
  const wrong: (readonly [string, Headers, string?])[] = [
    ...hosts.map((host) => [`host ${host.slice(0, 40)}`, [['Host', host], owner]] as const),
    ...hosts.map(
      (host) =>
        [
          `host ${host.slice(0, 40)} and its origin`,
          [['Host', host], ['Origin', `http://${host}`], owner],
        ] as const,
    ),
    ...origins.map((origin) => [`origin ${origin}`, [['Origin', origin], owner]] as const),
    ['two hosts', [['Host', here], ['Host', 'evil.example'], owner]],
    ['an address in place of a path', [['Host', here], owner], `http://${here}/`],
    ['another address in place of a path', [['Host', here], owner], 'http://evil.example/'],
    ['a star in place of a path', [['Host', here], owner], '*'],
  ]
  const broken: string[] = []
  let tried = 0
  for (const [what, headers, target] of wrong)
    for (const wish of [
      { port, path: target ?? path, headers },
      { port, method: 'POST', path: target ?? `${path}enter`, headers },
      { ...socketWish(port, '/engine', headers), ...(target && { path: target }) },
    ]) {
      tried += 1
      const { status } = await untilAnswered(wish)
      if (status !== 403 && status !== 400) broken.push(`${what} was answered ${status}`)
    }
  return {
    fault: 'rebound names and pages of other sites',
    tried,
    recoveredMs: null,
    lost: null,
    broken,
  }
}

function socketWish(port: number, path: string, headers: Headers): Wish {
  return { port, path, headers: [...headers, ...upgrade] }
}

/** Too many at once is an answer too, but not the one that is looked for. */
async function untilAnswered(wish: Wish): Promise<Answer> {
  for (;;) {
    const answer = await ask(wish)
    if (answer.status !== 429) return answer
    await wait(100)
  }
}

/** Told by the server itself, so that a new route is tried as soon as it is there. */
async function routesOf(): Promise<RunningServer['routes']> {
  const pageFolder = await mkdtemp(join(tmpdir(), 'rtstt-page-'))
  await writeFile(join(pageFolder, 'index.html'), '')
  const engine = {
    api: {} as EngineApi,
    subscribe: () => () => {},
    receive: () => Promise.reject(new Error()),
  }
  const server = await startServer({
    engine,
    pageFolder,
    host: '127.0.0.1',
    port: 0,
    token: 'none',
  })
  const routes = server.routes.filter(
    ({ method, url }) => !(url === '/enter' && method !== 'OPTIONS'),
  )
  await server.close()
  await rm(pageFolder, { recursive: true })
  return routes
}
