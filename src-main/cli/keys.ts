/** Single keys of a terminal while something runs: nobody has to press Enter. */
import { readFileSync } from 'node:fs'

/** What is needed of standard input. */
export interface KeyInput {
  readonly isTTY?: boolean
  setRawMode(raw: boolean): unknown
  setEncoding(encoding: 'utf8'): unknown
  on(event: 'data', listener: (text: string) => void): unknown
  off(event: 'data', listener: (text: string) => void): unknown
  resume(): unknown
  pause(): unknown
}

const CTRL_C = '\u0003'

/**
 * Tells each key until disposed; null where nobody can press any. In this mode Ctrl+C is a key like any other: it is
 * passed on as the interruption it is meant to be. The terminal is given back on every way out, an exit included.
 */
export function readKeys(
  onKey: (key: string) => void,
  input: KeyInput = process.stdin,
): Disposable | null {
  if (!input.isTTY || isInBackground()) return null
  const listen = (text: string): void => {
    for (const key of text) {
      if (key === CTRL_C) process.emit('SIGINT')
      else onKey(key)
    }
  }
  const giveBack = (): void => void input.setRawMode(false)
  input.setRawMode(true)
  input.setEncoding('utf8')
  input.on('data', listen)
  input.resume()
  process.once('exit', giveBack)
  return {
    [Symbol.dispose]() {
      process.off('exit', giveBack)
      input.off('data', listen)
      giveBack()
      // Reading would keep the program alive.
      input.pause()
    },
  }
}

/** A program behind another on its terminal is stopped by the system when it reads from it. Only Linux tells. */
function isInBackground(): boolean {
  if (process.platform !== 'linux') return false
  try {
    // The name of the program stands in brackets and may hold anything; the numbers follow it.
    const stat = readFileSync('/proc/self/stat', 'utf8')
    const [, , , group, , , foreground] = stat.slice(stat.lastIndexOf(')') + 1).split(' ')
    return foreground !== group
  } catch {
    return false
  }
}
