/**
 * The secret of this installation, in a file of the data folder. Whoever can read that file is the owner: it is what
 * programs show, and what one-time addresses are made from.
 */
import { randomBytes } from 'node:crypto'
import {
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { AppError } from '#contract/errors.ts'

const tokenFileName = 'server-token'
const tokenBytes = 32
const asWritten = /^[\w-]{43}\n?$/

/** The token of a data folder, made if there is none. Throws where others could have read or written it. */
export function ownToken(folder: string): string {
  const path = join(folder, tokenFileName)
  return readToken(path) ?? makeToken(path)
}

function readToken(path: string): string | null {
  const file = lstatSync(path, { throwIfNoEntry: false })
  if (!file) return null
  if (!file.isFile()) throw unsafe(path, 'It is not a plain file.')
  // On Windows a folder in the profile belongs to one user by its access list, and modes say nothing.
  if (process.platform !== 'win32') refuseShared(path, file)
  const text = readFileSync(path, 'utf8')
  if (!asWritten.test(text)) throw unsafe(path, 'It does not hold a key.')
  return text.trim()
}

function refuseShared(path: string, file: Stats): void {
  const me = process.getuid?.()
  const folder = statSync(dirname(path))
  if (file.uid !== me) throw unsafe(path, 'It belongs to another user.')
  if ((file.mode & 0o077) !== 0) throw unsafe(path, 'Other users may read or write it.')
  if ((folder.mode & 0o022) !== 0 && (folder.mode & 0o1000) === 0)
    throw unsafe(path, 'Other users may write to its folder.')
}

/** Appears whole or not at all, so that two programs that begin at once agree on one. */
function makeToken(path: string): string {
  const draft = `${path}.${randomBytes(6).toString('hex')}`
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    const text = `${randomBytes(tokenBytes).toString('base64url')}\n`
    writeFileSync(draft, text, { flag: 'wx', mode: 0o600 })
    linkSync(draft, path)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST'))
      throw notKept(error)
  } finally {
    rmSync(draft, { force: true })
  }
  const token = readToken(path)
  if (token === null) throw notKept(null)
  return token
}

function unsafe(path: string, why: string): AppError {
  return new AppError(
    'token_unsafe',
    `The key to this installation cannot be trusted: ${path}. ${why} Delete that file: a new one is made at the next start, and open pages have to enter anew.`,
  )
}

function notKept(cause: unknown): AppError {
  return new AppError(
    'data_read_only',
    'The data folder cannot keep the key that the server needs. Allow writing there, or choose another folder with --data.',
    { cause },
  )
}
