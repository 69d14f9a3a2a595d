import { spawn } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { Row } from '../fault.ts'
import type { Prey } from './other-user.program.ts'
import type { ServedProgram } from './served-program.ts'

/** Only root can become somebody else; elsewhere it is told that nothing was tried. */
export async function anotherUser(
  program: ServedProgram,
  say: (line: string) => void,
): Promise<Row> {
  const row = { fault: 'another user of this computer', recoveredMs: null, lost: null }
  if (process.getuid?.() !== 0) {
    say('not tried: only root can become another user')
    return { ...row, tried: 0, broken: [] }
  }
  const { place, port, pid, token, path } = program
  const all = [place.data, place.temporary, join(dirname(place.data), 'keys')].filter(existsSync)
  const inside = all.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  )
  const isFolder = (file: string): boolean =>
    statSync(file, { throwIfNoEntry: false })?.isDirectory() ?? false
  const prey: Prey = {
    port,
    pids: [...new Set([pid, ...place.processes()])].filter((one) => one !== process.pid),
    files: inside.filter((file) => !isFolder(file)),
    folders: [...all, ...inside.filter(isFolder)],
    paths: ['/', '/index.html', '/entered', `${path}index.html`, path, '/meetings/1/sound'],
    secrets: [token],
  }
  const child = spawn(process.execPath, [join(import.meta.dirname, 'other-user.program.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  child.stdin.end(JSON.stringify(prey))
  const said = await text(child.stdout)
  const broken =
    said === ''
      ? ['the other user could not be tried']
      : (JSON.parse(said) as string[]).map((deed) => `could ${deed}`)
  if (!prey.files.some((file) => file.endsWith('server-token')))
    broken.push('the token was not found to be tried')
  const tried =
    2 * (prey.files.length + prey.folders.length) + 5 * prey.pids.length + prey.paths.length + 1
  return { ...row, tried, broken: broken.slice(0, 10) }
}
