/** What the desktop's faces ask of its state. */
import type { ErrorCode } from '#contract/errors.ts'
import type { TrackName } from '#contract/transcript.ts'
import type { Warning } from '#contract/warning.ts'
import type { DesktopState, LiveMeeting } from './desktop-state.ts'

/** `warning`: something is recorded, and a part of it is not as it should be. */
export type Phase = 'idle' | 'recording' | 'paused' | 'warning'

/** Told on the page, where it can be looked at; nothing is missing from the recording for it. */
const mild: ReadonlySet<ErrorCode> = new Set([
  'elsewhere_playing',
  'language_mismatch',
  'backend_left',
  'model_changed',
  'model_missing',
])

/** A disk that lasts longer can wait until somebody looks. */
const urgentMinutes = 15

/** The meeting that is recorded; of several the one that began last. Null: nothing is. */
export function recordingOf({ live }: DesktopState): LiveMeeting | null {
  return live.findLast(({ hearing }) => hearing !== null) ?? null
}

/** Tracks of which nothing arrives though something should. */
export function deadTracks({ hearing }: LiveMeeting): readonly TrackName[] {
  if (hearing === null || hearing.paused) return []
  return hearing.tracks
    .filter(({ state }) => state === 'lost' || state === 'deaf')
    .map(({ track }) => track)
}

/** Whether somebody should be told at once, wherever they are. */
export function isSerious({ code, over, name }: Warning): boolean {
  const isEarly = code === 'disk_low' && Number(name) > urgentMinutes
  return !over && !isEarly && !mild.has(code)
}

export function phaseOf(state: DesktopState): Phase {
  const recording = recordingOf(state)
  if (!recording?.hearing) return 'idle'
  if (deadTracks(recording).length > 0 || recording.warnings.some(isSerious)) return 'warning'
  return recording.hearing.paused ? 'paused' : 'recording'
}

/** Whether a meeting hears a microphone that could be muted. */
export function hearsMe({ hearing }: LiveMeeting): boolean {
  return hearing?.tracks.some(({ track }) => track === 'me') ?? false
}
