/** A real forward proxy on loopback: plain requests by absolute address, everything else by CONNECT. */
import { createServer, request as ask } from 'node:http'
import { connect } from 'node:net'
import { pipeline } from 'node:stream'
import { listen } from './listen.ts'

export interface ForwardProxy {
  readonly origin: string
  /** The addresses it was asked for. */
  readonly seen: readonly string[]
  /** What clients showed to be let in. */
  readonly credentials: readonly (string | undefined)[]
}

export async function forwardProxy(
  options: { readonly refuse?: boolean } = {},
): Promise<ForwardProxy> {
  const seen: string[] = []
  const credentials: (string | undefined)[] = []
  const server = createServer((request, response) => {
    seen.push(request.url ?? '')
    credentials.push(request.headers['proxy-authorization'])
    if (options.refuse) {
      response.writeHead(407)
      response.end()
      return
    }
    const onward = ask(request.url ?? '', { headers: request.headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      // A connection cut on the far side is cut on the near side too.
      pipeline(answer, response, () => {})
    })
    onward.on('error', () => response.destroy())
    request.pipe(onward)
  })
  server.on('connect', (request, socket) => {
    seen.push(request.url ?? '')
    credentials.push(request.headers['proxy-authorization'])
    if (options.refuse) {
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n')
      return
    }
    const [host = '', port = ''] = (request.url ?? '').split(':')
    const onward = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      socket.pipe(onward).pipe(socket)
    })
    onward.on('error', () => socket.destroy())
    socket.on('error', () => onward.destroy())
  })
  return { origin: await listen(server), seen, credentials }
}
