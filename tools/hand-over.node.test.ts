/** `bin/rtstt.mjs` under a Node that is too old: the project's own takes over and nobody can tell. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, it } from 'vitest'

const program = resolve(import.meta.dirname, '../bin/rtstt.mjs')
const pretendOld = `data:text/javascript,${encodeURIComponent(
  `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.1.0' } })`,
)}`

function setUp() {
  const data = mkdtempSync(join(tmpdir(), 'rtstt-hand-over-'))
  const started: ChildProcess[] = []
  return {
    run(...args: readonly string[]) {
      const child = spawn(process.execPath, ['--import', pretendOld, program, ...args], {
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, RTSTT_DATA: data },
      })
      started.push(child)
      return child
    },
    [Symbol.dispose]: () => {
      for (const child of started) child.kill('SIGKILL')
      rmSync(data, { recursive: true, force: true, maxRetries: 10 })
    },
  }
}

async function addressOf(server: ReturnType<ReturnType<typeof setUp>['run']>): Promise<string> {
  const [said] = (await once(server.stdout, 'data')) as [Buffer]
  return String(said).trim()
}

async function answers(address: string): Promise<boolean> {
  return fetch(address).then(
    ({ ok }) => ok,
    () => false,
  )
}

it('passes on what is printed and the exit code', async () => {
  using program = setUp()
  const list = program.run('meetings', 'list', '--json')
  const [printed, [code]] = await Promise.all([text(list.stdout), once(list, 'exit')])
  expect(JSON.parse(printed)).toEqual([])
  expect(code).toBe(0)

  const wrong = program.run('no-such-command')
  const [complaint, [wrongCode]] = await Promise.all([text(wrong.stderr), once(wrong, 'exit')])
  expect(complaint).toContain('no-such-command')
  expect(wrongCode).toBe(2)
})

// Windows has no signals to pass on: a closed console ends both processes.
const hasSignals = process.platform !== 'win32'

it.runIf(hasSignals)('passes on an interruption', async () => {
  using program = setUp()
  const server = program.run('serve', '--port', '0')
  const address = await addressOf(server)
  expect(await answers(address)).toBe(true)
  server.kill('SIGINT')
  await once(server, 'exit')
  expect(await answers(address)).toBe(false)
})

it('leaves nothing running when it is killed', async () => {
  using program = setUp()
  const server = program.run('serve', '--port', '0')
  const address = await addressOf(server)
  server.kill('SIGKILL')
  await expect.poll(() => answers(address)).toBe(false)
})
