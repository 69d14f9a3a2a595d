import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ownToken } from './token-file.ts'

const isPosix = process.platform !== 'win32'

function setUp() {
  const above = mkdtempSync(join(tmpdir(), 'rtstt-token-'))
  const folder = join(above, 'data')
  return {
    folder,
    path: join(folder, 'server-token'),
    [Symbol.dispose]: () => rmSync(above, { recursive: true, force: true }),
  }
}

it('makes one for each installation and keeps it', () => {
  using one = setUp()
  using other = setUp()
  const token = ownToken(one.folder)
  expect(Buffer.from(token, 'base64url')).toHaveLength(32)
  expect(ownToken(one.folder)).toBe(token)
  expect(ownToken(other.folder)).not.toBe(token)
  expect(readdirSync(one.folder)).toEqual(['server-token'])
  expect(readFileSync(one.path, 'utf8')).toBe(`${token}\n`)
})

it.runIf(isPosix)('lets nobody else read it, whatever the habits of the user', () => {
  using place = setUp()
  const habit = process.umask(0)
  try {
    ownToken(place.folder)
  } finally {
    process.umask(habit)
  }
  expect(statSync(place.path).mode & 0o777).toBe(0o600)
  expect(statSync(place.folder).mode & 0o777).toBe(0o700)
})

it.runIf(isPosix).each([
  ['others may read it', 0o644, 0o700, /Other users may read or write it/],
  ['its group may write it', 0o620, 0o700, /Other users may read or write it/],
  ['others may put another in its place', 0o600, 0o777, /write to its folder/],
])('refuses one when %s, and says what to do', (_, file, folder, why) => {
  using place = setUp()
  ownToken(place.folder)
  chmodSync(place.path, file)
  chmodSync(place.folder, folder)
  expect(() => ownToken(place.folder)).toThrow(why)
  expect(() => ownToken(place.folder)).toThrow(/Delete that file: a new one is made/)
})

it.each(['', 'short', `${'x'.repeat(43)}\nmore`])(
  'refuses a file that holds no token: %j',
  (text) => {
    using place = setUp()
    mkdirSync(place.folder, { mode: 0o700 })
    writeFileSync(place.path, text, { mode: 0o600 })
    expect(() => ownToken(place.folder)).toThrow(/does not hold a key/)
  },
)

it.runIf(isPosix)('follows no link to another file', () => {
  using place = setUp()
  using other = setUp()
  ownToken(other.folder)
  mkdirSync(place.folder, { mode: 0o700 })
  symlinkSync(other.path, place.path)
  expect(() => ownToken(place.folder)).toThrow(/not a plain file/)
})
