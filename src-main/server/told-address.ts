/** Where the server of a data folder answers, for another program of the same user that wants to open its page. */
import { readFileSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { writePrivately } from './write-privately.ts'

const fileName = 'server-address'

/** Notes the origin until what is returned is called. The server that began last is the one that is opened. */
export function tellAddress(folder: string, { origin }: URL): () => void {
  const path = join(folder, fileName)
  writePrivately(path, `${origin}\n`)
  return () => {
    if (read(path) === origin) rmSync(path, { force: true })
  }
}

/** Null where no server was begun, or the one that was does not answer any more. */
export async function addressTold(folder: string): Promise<URL | null> {
  const told = read(join(folder, fileName))
  if (told === null || !URL.canParse(told)) return null
  const address = new URL(told)
  return (await answers(address)) ? address : null
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

function answers(address: URL): Promise<boolean> {
  return new Promise((resolve) => {
    const host = address.hostname.replace(/^\[(.*)\]$/, '$1')
    const socket = connect({ host, port: portOf(address), timeout: 2_000 })
    const end = (answered: boolean): void => {
      socket.destroy()
      resolve(answered)
    }
    socket.once('connect', () => end(true))
    socket.once('error', () => end(false))
    socket.once('timeout', () => end(false))
  })
}
