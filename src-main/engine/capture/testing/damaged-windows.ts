import type { Window } from './tones.ts'

/** A change of the sound falls into one window, and the ringing of the filters into the next. */
const CHANGE_WINDOWS = 2

/**
 * How many windows are damaged: neither a tone nor silence, and not explained by a change. Where what is heard
 * changes, from one device to another or into a hole, a window or two hold both, and that is no damage; the same
 * windows in the middle of one tone are.
 */
export function damagedWindows(windows: readonly Window[]): number {
  let damaged = 0
  for (let at = 0; at < windows.length; at++) {
    if (windows[at]?.clean) continue
    const from = at
    while (at + 1 < windows.length && !windows[at + 1]?.clean) at++
    const length = at + 1 - from
    const isChange = !isSame(windows[from - 1], windows[at + 1])
    if (!isChange || length > CHANGE_WINDOWS) damaged += length
  }
  return damaged
}

function isSame(before: Window | undefined, after: Window | undefined): boolean {
  return before?.tones.join(' ') === after?.tones.join(' ')
}
