/** Everything the server answers to, tried by whoever has not entered. */
import { once } from 'node:events'
import { request } from 'node:http'
import { connect as dial } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, it } from 'vitest'
import { meetingId, refusal, setUp, token } from './testing/small-server.ts'

const openTo = ['GET /enter', 'HEAD /enter', 'POST /enter']

async function ask(port: number, method: string, path: string, headers: Record<string, string>) {
  const asked = request({ host: '127.0.0.1', port, path, method, headers })
  asked.end()
  const [answer] = await once(asked, 'response')
  const { statusCode, headers: said } = answer as { statusCode: number; headers: object }
  return { status: statusCode, said, body: await text(answer as NodeJS.ReadableStream) }
}

it('answers nothing but how to enter, on every route there is', async () => {
  await using server = await setUp()
  const { routes, url } = server.server
  const { pathname } = new URL(url)
  const known = routes.map((route) => `${route.method} ${route.url}`)
  expect(known).toEqual(expect.arrayContaining([...openTo, 'GET /entered', 'GET /*']))
  const wrong: Record<string, string>[] = [
    {},
    { authorization: `Basic ${token}` },
    { cookie: `rtstt-${server.port}=${token}` },
    { 'x-forwarded-for': '127.0.0.1', 'x-original-url': '/enter' },
  ]
  for (const route of routes) {
    if (openTo.includes(`${route.method} ${route.url}`)) continue
    const path = route.url.replace(':id', meetingId).replace(':format', 'txt').replace('*', '')
    for (const at of [path, `${pathname}${path.slice(1)}`]) {
      const { status, body } = await ask(server.port, route.method, at, {})
      expect([status, at]).toEqual([401, at])
      if (route.method !== 'HEAD') expect(body).toContain('rtstt open')
    }
  }
  for (const headers of wrong)
    expect(await ask(server.port, 'GET', pathname, headers)).toMatchObject({ status: 401 })
  const guess = { authorization: `Bearer ${'x'.repeat(43)}` }
  expect(await ask(server.port, 'GET', '/', guess)).toMatchObject({ status: 401 })
  for (const headers of [...wrong, guess]) {
    // `dial` shows the token unless it is told otherwise.
    expect(await refusal(server.dial({ authorization: '', ...headers }))).toBe(401)
  }
  expect(server.bugs).toEqual([])
})

it.each([
  [
    'an address in place of a path',
    'GET http://127.0.0.1:PORT/ HTTP/1.1\r\nHost: 127.0.0.1:PORT',
    403,
  ],
  ['two hosts', 'GET / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nHost: evil.example', 403],
  ['no host', 'GET / HTTP/1.0', 403],
  ['a head without end', `GET / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nx: ${'y'.repeat(20_000)}`, 431],
  ['a method of its own', 'FETCH / HTTP/1.1\r\nHost: 127.0.0.1:PORT', 400],
  [
    'two lengths',
    'POST /enter HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nContent-Length: 1\r\nContent-Length: 2',
    400,
  ],
])('refuses a request with %s, also of the owner', async (_, head, status) => {
  await using server = await setUp()
  const socket = dial(server.port, '127.0.0.1')
  const shown = `${head.replaceAll('PORT', `${server.port}`)}\r\nAuthorization: Bearer ${token}\r\n\r\n`
  socket.write(shown)
  const said = await text(socket)
  expect(said).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
  expect(said).not.toContain(token)
})

it('lets a program in by its token, and a browser by its cookie only from its own page', async () => {
  await using server = await setUp()
  const address = new URL(server.server.entryAddress())
  const { origin, pathname } = address
  const enter = (headers: Record<string, string>, code: string) =>
    fetch(`${origin}${pathname}`, { method: 'POST', body: code, headers })
  const code = address.hash.slice(1)
  expect((await enter({}, code)).status).toBe(403)
  expect((await enter({ origin: 'http://evil.example' }, code)).status).toBe(403)
  const given = await enter({ origin }, code)
  expect(given.status).toBe(204)
  const [cookie = ''] = given.headers.get('set-cookie')?.split(';') ?? []
  const status = async (headers: Record<string, string>) =>
    (await fetch(server.server.url, { headers })).status
  expect(await status({ cookie })).toBe(200)
  expect(await status({ cookie, 'sec-fetch-site': 'same-site' })).toBe(401)
  expect(await status({ cookie, origin: 'http://127.0.0.1:1' })).toBe(403)
  expect(await refusal(server.dial({ authorization: '', cookie }))).toBe(401)
  const socket = server.dial({ authorization: '', cookie: '', origin })
  expect(await refusal(socket)).toBe(401)
  expect((await enter({ origin }, code)).status).toBe(401)
  expect(await status({ cookie })).toBe(401)
})

it('answers a flood from outside with little, and the owner all the while', async () => {
  await using server = await setUp()
  const flood = Array.from({ length: 200 }, () => ask(server.port, 'GET', '/', {}))
  const owner = Array.from({ length: 50 }, () => server.get('/'))
  const statuses = (await Promise.allSettled(flood)).map((one) =>
    one.status === 'fulfilled' ? one.value.status : 'closed',
  )
  expect(new Set(statuses)).toContain(429)
  expect(new Set((await Promise.all(owner)).map(({ status }) => status))).toEqual(new Set([200]))
})

it('lets a browser of the owner in while a flood from outside goes on', async () => {
  await using server = await setUp()
  const address = new URL(server.server.entryAddress())
  const { origin, pathname } = address
  const flood = Array.from({ length: 200 }, () => ask(server.port, 'GET', '/enter', {}))
  const statuses = (await Promise.allSettled(flood)).map((one) =>
    one.status === 'fulfilled' ? one.value.status : 'closed',
  )
  expect(statuses).toContain(429)
  expect((await ask(server.port, 'GET', pathname, {})).status).toBe(200)
  const code = address.hash.slice(1)
  const wish = { method: 'POST', body: code, headers: { origin } }
  expect((await fetch(`${origin}${pathname}`, wish)).status).toBe(204)
})
