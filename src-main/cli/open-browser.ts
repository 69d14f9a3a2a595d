import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { writePrivately } from '../server/write-privately.ts'

/**
 * Opens an address in the person's browser. Where there is none, the printed address must do. Other users can read what
 * programs are started with, and this address lets in whoever is first; so the browser is given a private file of the
 * data folder that leads there. Returns what removes that file.
 */
export function openBrowser(address: string, folder: string): () => void {
  const path = join(folder, 'open.html')
  writePrivately(path, leadingTo(address))
  const [program, args] = opener(pathToFileURL(path).href)
  const child = spawn(program, args, { stdio: 'ignore', detached: true })
  child.on('error', () => {})
  child.unref()
  return () => rmSync(path, { force: true })
}

/** Addresses are made of letters, digits and a few signs, none of which means anything here. */
function leadingTo(address: string): string {
  return `<!doctype html>
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<meta http-equiv="refresh" content="0;url=${address}">
<title>RTSTT</title>
<a href="${address}">RTSTT</a>
`
}

function opener(url: string): readonly [string, readonly string[]] {
  switch (process.platform) {
    case 'win32':
      return ['rundll32.exe', ['url.dll,FileProtocolHandler', url]]
    case 'darwin':
      return ['open', [url]]
    default:
      return ['xdg-open', [url]]
  }
}
