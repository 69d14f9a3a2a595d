/** A real HTTP server on loopback that serves one file, well or badly. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { listen } from './listen.ts'

export interface ServedFile {
  bytes: Buffer
  etag: string | null
}

/** How one request is answered. */
export type Mood = (request: IncomingMessage, response: ServerResponse, file: ServedFile) => void

export interface MoodyServer {
  readonly origin: string
  readonly file: ServedFile
  readonly requests: readonly IncomingMessage[]
  /** The next requests get these moods in turn; after them the server is honest. */
  next(...moods: Mood[]): void
}

export async function moodyServer(file: ServedFile): Promise<MoodyServer> {
  const moods: Mood[] = []
  const requests: IncomingMessage[] = []
  const server = createServer((request, response) => {
    requests.push(request)
    const mood = moods.shift() ?? honest
    mood(request, response, file)
  })
  return {
    origin: await listen(server),
    file,
    requests,
    next: (...coming) => void moods.push(...coming),
  }
}

/** Ranges, `If-Range` and lengths as the standard says. */
export const honest: Mood = (request, response, file) => {
  const { head, body } = answerTo(request, file)
  response.writeHead(head.status, head.headers)
  response.end(body)
}

/** Sends `bytes` of the body, then breaks the connection. */
export function cutAfter(bytes: number): Mood {
  return (request, response, file) => {
    const { head, body } = answerTo(request, file)
    response.writeHead(head.status, head.headers)
    response.write(body.subarray(0, bytes), () => response.socket?.destroy())
  }
}

/** Sends `bytes` of the body, then nothing more, with the connection open. */
export function hangAfter(bytes: number): Mood {
  return (request, response, file) => {
    const { head, body } = answerTo(request, file)
    response.writeHead(head.status, head.headers)
    response.write(body.subarray(0, bytes))
  }
}

/** Takes the request and never answers. */
export const hang: Mood = () => {}

/** The whole file whatever was asked for, of which `bytes` arrive. */
export function ignoreRange(bytes = Number.POSITIVE_INFINITY): Mood {
  return (request, response, file) => {
    delete request.headers.range
    const mood = bytes === Number.POSITIVE_INFINITY ? honest : cutAfter(bytes)
    mood(request, response, file)
  }
}

/** Announces `length` whatever the file has, and sends the file. */
export function claimLength(length: number): Mood {
  return (_request, response, { bytes }) => {
    response.writeHead(200, { 'content-length': length })
    response.write(bytes.subarray(0, length), () => response.socket?.destroy())
  }
}

/** Sends `bytes` in pieces, without saying how long they are. */
export function sendChunked(bytes: Buffer): Mood {
  return (_request, response) => {
    response.writeHead(200)
    response.end(bytes)
  }
}

export function status(code: number, headers: Record<string, string> = {}): Mood {
  return (_request, response) => {
    response.writeHead(code, headers)
    response.end()
  }
}

export function redirectTo(location: string): Mood {
  return status(302, { location })
}

function answerTo(request: IncomingMessage, { bytes, etag }: ServedFile) {
  const etagHeader = etag === null ? {} : { etag }
  const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0)
  const ifRange = request.headers['if-range']
  if (from === 0 || (ifRange !== undefined && ifRange !== etag)) {
    const headers = { ...etagHeader, 'content-length': bytes.length }
    return { head: { status: 200, headers }, body: bytes }
  }
  if (from >= bytes.length) {
    const headers = { 'content-range': `bytes */${bytes.length}`, 'content-length': 0 }
    return { head: { status: 416, headers }, body: Buffer.alloc(0) }
  }
  const headers = {
    ...etagHeader,
    'content-length': bytes.length - from,
    'content-range': `bytes ${from}-${bytes.length - 1}/${bytes.length}`,
  }
  return { head: { status: 206, headers }, body: bytes.subarray(from) }
}
