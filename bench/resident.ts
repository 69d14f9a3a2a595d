import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Memory that a running process holds, in bytes, as its operating system counts it. */
export function residentBytes(pid: number): number {
  switch (process.platform) {
    case 'linux':
      return kilobytes(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
    case 'win32': {
      const script = `(Get-Process -Id ${pid}).WorkingSet64`
      return Number(execFileSync('powershell', ['-NoProfile', '-Command', script], utf8).trim())
    }
    default:
      return kilobytes(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], utf8).trim())
  }
}

const utf8 = { encoding: 'utf8' } as const

function kilobytes(text: string | undefined): number {
  return Number(text) * 1024
}
