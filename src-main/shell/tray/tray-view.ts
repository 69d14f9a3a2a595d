/** What the tray shows: an icon for each phase, and a line under the mouse that says more. */
import { noticeableStep } from '#contract/events.ts'
import type { DesktopState } from '../state/desktop-state.ts'
import { deadTracks, isSerious, type Phase, phaseOf, recordingOf } from '../state/recording.ts'
import { clockTime } from '../texts/clock-time.ts'
import type { Texts } from '../texts/texts.ts'

export interface TrayView {
  readonly icon: Phase
  readonly toolTip: string
}

/** Windows shows no more characters than this. */
const longestToolTip = 127
const longestTitle = 48

export function trayView(state: DesktopState, texts: Texts): TrayView {
  return { icon: phaseOf(state), toolTip: cut(linesOf(state, texts).join('\n'), longestToolTip) }
}

function linesOf(state: DesktopState, { tray }: Texts): readonly string[] {
  const recording = recordingOf(state)
  if (recording === null) return [state.engine === 'here' ? tray.idle : tray.away]
  const { meeting, heardMs, hearing, lagMs, paceStep, warnings } = recording
  const [time, title] = [clockTime(heardMs), cut(meeting.title, longestTitle)]
  const dead = deadTracks(recording)
  return [
    hearing?.paused ? tray.paused(time, title) : tray.recording(time, title),
    ...(dead.length > 0 ? [tray.dead(dead)] : warnings.some(isSerious) ? [tray.warned] : []),
    ...(paceStep >= noticeableStep ? [tray.late(Math.round(lagMs / 1000))] : []),
  ]
}

function cut(text: string, longest: number): string {
  const letters = Array.from(text)
  return letters.length <= longest ? text : `${letters.slice(0, longest - 1).join('')}…`
}
