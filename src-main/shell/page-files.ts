/**
 * The page's files under a scheme of their own. Unlike `file:`, it has an origin, cannot reach the
 * rest of the disk, and every answer carries the content policy.
 */
import { readFile } from 'node:fs/promises'
import { extname, join, resolve, sep } from 'node:path'
import { securityHeaders } from './content-policy.ts'

export const pageScheme = 'app'
export const pageOrigin = `${pageScheme}://rtstt`

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wav': 'audio/wav',
  '.woff2': 'font/woff2',
}

/** Answers a request under the page's scheme with a file of `folder`, or with 404 or 405. */
export function pageFiles(folder: string): (request: Request) => Promise<Response> {
  const root = resolve(folder)
  return async ({ method, url }) => {
    if (method !== 'GET' && method !== 'HEAD') return answer(405)
    const file = fileOf(root, url)
    const mediaType = file && mediaTypes[extname(file)]
    if (!file || !mediaType) return answer(404)
    const content = await readFile(file).catch(() => null)
    if (content === null) return answer(404)
    return answer(200, method === 'HEAD' ? null : new Uint8Array(content), {
      'content-type': mediaType,
    })
  }
}

/** Null for anything that is not below `root`. */
function fileOf(root: string, url: string): string | null {
  const { origin, host, pathname, protocol } = new URL(url)
  // Node has no origin for a scheme of our own; the two other parts say the same.
  if (origin !== pageOrigin && `${protocol}//${host}` !== pageOrigin) return null
  const path = decoded(pathname)
  if (path === null || path.includes('\0') || path.includes('\\')) return null
  const file = resolve(join(root, path === '/' ? 'index.html' : path))
  return file.startsWith(root + sep) ? file : null
}

function decoded(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return null // not a path that any file could have
  }
}

function answer(
  status: number,
  body: Uint8Array<ArrayBuffer> | null = null,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(body, { status, headers: { ...securityHeaders, ...headers } })
}
