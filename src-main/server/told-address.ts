/** Where the server of a data folder answers, for another program of the same user that wants to open its page. */
import { readFileSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { writePrivately } from './write-privately.ts'

const fileName = 'server-address'

/** Notes where it is until what is returned is called. The server that began last is the one that is opened. */
export function tellAddress(folder: string, url: string, here: string): () => void {
  const path = join(folder, fileName)
  const told = `${new URL(url).origin} ${here} ${process.pid}`
  writePrivately(path, `${told}\n`)
  return () => {
    if (read(path) === told) rmSync(path, { force: true })
  }
}

/**
 * Null where no server was begun, or the one that was does not answer any more. Of one that was killed another user may
 * have taken the port since, who must not be shown the place of the page.
 */
export async function addressTold(folder: string): Promise<URL | null> {
  const [origin = '', here = '', pid = ''] = read(join(folder, fileName))?.split(' ') ?? []
  if (!URL.canParse(origin) || !runsAsOurs(Number(pid))) return null
  const address = new URL(origin)
  return (await answers(here, portOf(address))) ? address : null
}

/** The port of an address, also where it goes without saying. */
export function portOf({ port, protocol }: URL): number {
  return Number(port) || (protocol === 'https:' ? 443 : 80)
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch {
    // Not there, or not ours: as if nobody had told.
    return null
  }
}

/** Whether a program of this user has that number. */
function runsAsOurs(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    return process.kill(pid, 0)
  } catch {
    // It is gone, or another user's.
    return false
  }
}

function answers(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 2_000 })
    const end = (answered: boolean): void => {
      socket.destroy()
      resolve(answered)
    }
    socket.once('connect', () => end(true))
    socket.once('error', () => end(false))
    socket.once('timeout', () => end(false))
  })
}
