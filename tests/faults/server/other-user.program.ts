/**
 * Another user of this computer: gives up all rights, tries everything that it was told of, and says what it could do.
 * `other-user.program.ts`, with a `Prey` as JSON on standard input; started by root.
 */
import {
  accessSync,
  constants,
  opendirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { json } from 'node:stream/consumers'
import { ask } from './ask.ts'

export interface Prey {
  readonly port: number
  readonly files: readonly string[]
  readonly folders: readonly string[]
  readonly pids: readonly number[]
  readonly paths: readonly string[]
  /** What must not be seen anywhere. */
  readonly secrets: readonly string[]
}

const nobody = 65_534
const prey = (await json(process.stdin)) as Prey
process.setgroups?.([])
process.setgid?.(nobody)
process.setuid?.(nobody)

const could: string[] = []
function attempt(what: string, act: () => unknown): void {
  try {
    act()
    could.push(what)
  } catch {
    // As it should be.
  }
}

for (const file of prey.files) {
  attempt(`read ${file}`, () => readFileSync(file))
  attempt(`write ${file}`, () => accessSync(file, constants.W_OK))
}
for (const folder of prey.folders) {
  attempt(`list ${folder}`, () => opendirSync(folder).closeSync())
  attempt(`write into ${folder}`, () => writeFileSync(`${folder}/planted`, ''))
}
for (const pid of prey.pids) {
  attempt(`read the environment of ${pid}`, () => readFileSync(`/proc/${pid}/environ`))
  attempt(`read the memory of ${pid}`, () => readFileSync(`/proc/${pid}/maps`))
  attempt(`list the open files of ${pid}`, () => readdirSync(`/proc/${pid}/fd`))
  attempt(`end ${pid}`, () => process.kill(pid, 0))
  const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  if (prey.secrets.some((secret) => line.includes(secret)))
    could.push(`read a secret in the words with which ${pid} was started`)
}
for (const path of prey.paths) {
  const { status, text } = await ask({ port: prey.port, path })
  if (status !== 401 && status !== 429) could.push(`be answered ${status} at ${path}`)
  if (prey.secrets.some((secret) => text.includes(secret))) could.push(`read a secret at ${path}`)
}
const upgraded = await ask({
  port: prey.port,
  path: '/engine',
  headers: [
    ['Upgrade', 'websocket'],
    ['Connection', 'Upgrade'],
    ['Sec-WebSocket-Version', '13'],
    ['Sec-WebSocket-Key', 'dGhlIHNhbXBsZSBub25jZQ=='],
  ],
})
if (upgraded.status === 101) could.push('open a socket')
process.stdout.write(JSON.stringify(could))
