/** Memory that processes hold, as their operating system counts it. */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

/** Memory that a running process holds, in bytes. */
export function residentBytes(pid: number): number {
  switch (process.platform) {
    case 'linux':
      return kilobytes(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
    case 'win32':
      return Number(powershell(`(Get-Process -Id ${pid}).WorkingSet64`))
    default:
      return kilobytes(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], utf8).trim())
  }
}

/** Memory that this process and those it started hold, in bytes. */
export function residentOfAll(): number {
  return [process.pid, ...childrenOf(process.pid)].reduce((sum, pid) => sum + heldBy(pid), 0)
}

/** A process may end between being listed and being looked at: it then holds nothing. */
function heldBy(pid: number): number {
  try {
    return residentBytes(pid)
  } catch (error) {
    if (pid === process.pid) throw error
    return 0
  }
}

function childrenOf(pid: number): number[] {
  switch (process.platform) {
    case 'linux':
      return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
        numbers(readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8')),
      )
    case 'win32':
      return numbers(
        powershell(
          `(Get-CimInstance Win32_Process -Filter 'ParentProcessId=${pid}').ProcessId -join ' '`,
        ),
      )
    default:
      return numbers(
        execFileSync('ps', ['-A', '-o', 'ppid=,pid='], utf8)
          .split('\n')
          .map((line) => line.trim().split(/\s+/))
          .filter(([parent]) => Number(parent) === pid)
          .map(([, child]) => child)
          .join(' '),
      )
  }
}

const utf8 = { encoding: 'utf8' } as const

function powershell(script: string): string {
  return execFileSync('powershell', ['-NoProfile', '-Command', script], utf8).trim()
}

function numbers(text: string): number[] {
  return (text.match(/\d+/g) ?? []).map(Number)
}

function kilobytes(text: string | undefined): number {
  const value = Number(text)
  // A process that is just ending is listed, and holds nothing any more.
  if (!Number.isFinite(value)) throw new Error('its memory is not told')
  return value * 1024
}
