import { spawn } from 'node:child_process'

/** Opens an address in the person's browser. Where there is none, the printed address must do. */
export function openBrowser(url: string): void {
  const [program, args] = opener(url)
  const child = spawn(program, args, { stdio: 'ignore', detached: true })
  child.on('error', () => {})
  child.unref()
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
