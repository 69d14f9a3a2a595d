/** Requests as they are written, so that they may be what no library would send. */
import { connect } from 'node:net'

export interface Answer {
  /** Null where the connection was closed without one. */
  readonly status: number | null
  readonly text: string
}

export interface Wish {
  readonly port: number
  readonly method?: string
  readonly path?: string
  /** In their order, also several of one name. */
  readonly headers?: readonly (readonly [string, string])[]
  readonly body?: string
}

export function ask({
  port,
  method = 'GET',
  path = '/',
  headers = [],
  body = '',
}: Wish): Promise<Answer> {
  const named = new Set(headers.map(([name]) => name.toLowerCase()))
  const lines = [
    `${method} ${path} HTTP/1.1`,
    ...(named.has('host') ? [] : [`Host: 127.0.0.1:${port}`]),
    ...headers.map(([name, value]) => `${name}: ${value}`),
    ...(body ? [`Content-Length: ${Buffer.byteLength(body)}`] : []),
    ...(named.has('connection') ? [] : ['Connection: close']),
  ]
  return send(port, `${lines.join('\r\n')}\r\n\r\n${body}`)
}

/** Sends bytes and collects what comes back until the other side has done or `patienceMs` are over. */
export function send(
  port: number,
  bytes: string | Uint8Array,
  patienceMs = 8_000,
): Promise<Answer> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    let text = ''
    const end = (): void => {
      clearTimeout(timer)
      socket.destroy()
      const status = /^HTTP\/1\.1 (\d{3})/.exec(text)?.[1]
      resolve({ status: status === undefined ? null : Number(status), text })
    }
    const timer = setTimeout(end, patienceMs)
    socket.setEncoding('latin1').on('data', (part: string) => {
      if (text.length < 100_000) text += part
    })
    socket.once('close', end)
    socket.once('error', end)
    socket.write(bytes)
  })
}

/** Does so many things, a few at a time. */
export async function several<T>(
  count: number,
  atOnce: number,
  act: (index: number) => Promise<T>,
): Promise<T[]> {
  const results: T[] = []
  let next = 0
  const work = async (): Promise<void> => {
    while (next < count) {
      const index = next++
      results[index] = await act(index)
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, count) }, work))
  return results
}
