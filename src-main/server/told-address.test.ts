import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { addressTold, tellAddress } from './told-address.ts'

async function listening() {
  const folder = mkdtempSync(join(tmpdir(), 'rtstt-told-'))
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise<void>((resolve) => void server.once('listening', resolve))
  const address = server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  return {
    folder,
    file: join(folder, 'server-address'),
    url: `http://127.0.0.1:${port}/place/`,
    close: () => new Promise<void>((resolve) => void server.close(() => resolve())),
    [Symbol.asyncDispose]: async () => {
      server.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

it('tells where a server is, until it is forgotten or does not answer', async () => {
  await using here = await listening()
  expect(await addressTold(here.folder)).toBeNull()
  const forget = tellAddress(here.folder, here.url, '127.0.0.1')
  expect((await addressTold(here.folder))?.origin).toBe(new URL(here.url).origin)
  await here.close()
  expect(await addressTold(here.folder)).toBeNull()
  forget()
  expect(() => readFileSync(here.file)).toThrow('ENOENT')
})

it('takes nobody for it who took the port of a server that was killed', async () => {
  await using here = await listening()
  tellAddress(here.folder, here.url, '127.0.0.1')
  const { pid } = spawnSync(process.execPath, ['--version'])
  const told = readFileSync(here.file, 'utf8')
  expect(told).toContain(` ${process.pid}\n`)
  writeFileSync(here.file, told.replace(` ${process.pid}\n`, ` ${pid}\n`))
  expect(await addressTold(here.folder)).toBeNull()
  writeFileSync(here.file, told.replace(` ${process.pid}\n`, '\n'))
  expect(await addressTold(here.folder)).toBeNull()
})
