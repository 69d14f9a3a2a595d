/** What the window's button in the taskbar shows. */
import type { DesktopState } from '../state/desktop-state.ts'
import { type Phase, phaseOf } from '../state/recording.ts'
import type { Texts } from '../texts/texts.ts'
import { trayView } from '../tray/tray-view.ts'

export interface TaskbarView {
  /** A small icon over the button, and what a screen reader says of it; null: none. */
  readonly overlay: { readonly icon: Exclude<Phase, 'idle'>; readonly description: string } | null
  /** How far models are fetched, 0 to 1. Above 1: under way, nobody knows how far; -1: nothing is fetched. */
  readonly progress: number
}

export function taskbarView(state: DesktopState, texts: Texts): TaskbarView {
  const phase = phaseOf(state)
  const description = trayView(state, texts).toolTip
  return {
    overlay: phase === 'idle' ? null : { icon: phase, description },
    progress: progressOf(Object.values(state.fetching)),
  }
}

function progressOf(shares: ReadonlyArray<number | null>): number {
  if (shares.length === 0) return -1
  const known = shares.filter((share) => share !== null)
  if (known.length < shares.length) return 2
  return known.reduce((sum, share) => sum + share, 0) / known.length
}
