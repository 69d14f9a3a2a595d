/**
 * Wrong tokens and codes are answered ever later. The right one is never delayed, so nobody can shut the owner out by
 * guessing. 256 bits could not be guessed anyway; this is so that somebody who tries is noticed, and costs little.
 */
import { setTimeout as sleep } from 'node:timers/promises'

const firstMs = 50
const longestMs = 5_000
/** After so long without a wrong one, half of them are forgotten. */
const halvedMs = 60_000
const mostWaiting = 8

export interface WrongTries {
  /** Takes one note of it, and waits; false at once where too many wait already. */
  wait(): Promise<boolean>
}

/** How long the answer to a wrong try waits, after so many before it. */
export function delayMs(before: number): number {
  return Math.min(longestMs, firstMs * 2 ** Math.min(before, 20))
}

/** How many of `before` still count when none came for so long. */
export function remembered(before: number, quietMs: number): number {
  return Math.floor(before / 2 ** Math.max(0, Math.floor(quietMs / halvedMs)))
}

export function createWrongTries(
  nowMs: () => number,
  onTry: (count: number) => void,
  pass = (ms: number): Promise<unknown> => sleep(ms, null, { ref: false }),
): WrongTries {
  let [count, recent, atMs, waiting] = [0, 0, nowMs(), 0]
  return {
    async wait() {
      const before = remembered(recent, nowMs() - atMs)
      recent = before + 1
      atMs = nowMs()
      onTry(++count)
      if (waiting >= mostWaiting) return false
      waiting += 1
      await pass(delayMs(before))
      waiting -= 1
      return true
    },
  }
}
