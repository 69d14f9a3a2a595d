/** The account of a track in words, the same on every face. */
import type { GapCause, TrackAccount } from './account.ts'
import type { TrackName } from './transcript.ts'

/** Places that are listed; what is more is counted. */
const longestList = 20

const causes: Readonly<Record<GapCause, string>> = {
  no_device: 'no device',
  device_lost: 'device lost',
  device_changed: 'device changed',
  device_glitch: 'device glitch',
  overrun: 'not taken in time',
  deaf: 'device was deaf',
  muted: 'muted',
  sleep: 'computer asleep',
  file_hole: 'hole in the file',
  not_recorded: 'not recorded here',
  damaged: 'damaged on the disk',
}

const tracks: Readonly<Record<TrackName, string>> = { me: 'Me', them: 'Them', mix: 'Sound' }

/** `Me: captured 99.99 %, gaps: 00:14:03 +0.4 s (device lost)`. */
export function describeTrack(track: {
  readonly name: TrackName
  readonly account: TrackAccount | null
}): string {
  const { name, account } = track
  return `${tracks[name]}: ${account ? describeAccount(account) : 'the recording is gone'}`
}

/** `captured 99.99 %, gaps: 00:14:03 +0.4 s (device lost); paused: 00:20:00 for 60.0 s`. */
export function describeAccount({
  captured,
  gaps,
  pauses,
  cutShort,
  removedAt,
}: TrackAccount): string {
  const missing = gaps.filter(({ cause }) => cause !== 'muted')
  const muted = gaps.filter(({ cause }) => cause === 'muted')
  const lost = missing.map((gap) => `${place(gap)} (${causes[gap.cause]})`)
  const still = pauses.map(({ atMs, lengthMs, cause }) => {
    const length = lengthMs === null ? 'since then' : `for ${seconds(lengthMs)}`
    return `${mark(atMs)} ${length}${cause === 'sleep' ? ' (computer asleep)' : ''}`
  })
  const share = `captured ${percent(captured)} %`
  return [
    lost.length > 0 ? `${share}, gaps: ${listed(lost)}` : share,
    ...(muted.length > 0 ? [`muted: ${listed(muted.map(place))}`] : []),
    ...(still.length > 0 ? [`paused: ${listed(still)}`] : []),
    ...(cutShort ? ['cut short'] : []),
    ...(removedAt === null ? [] : [`recording removed by rule on ${removedAt.slice(0, 10)}`]),
  ].join('; ')
}

/** Never rounded up: a hundred is said only where nothing is missing. */
function percent(share: number): string {
  return share === 1 ? '100' : (Math.floor(share * 10_000) / 100).toFixed(2)
}

function listed(items: readonly string[]): string {
  const rest = items.length - longestList
  const shown = items.slice(0, longestList).join(', ')
  return rest > 0 ? `${shown} and ${rest} more` : shown
}

function place({ atMs, lengthMs }: { readonly atMs: number; readonly lengthMs: number }): string {
  return `${mark(atMs)} +${seconds(lengthMs)}`
}

/** What lasts less than a tenth of a second is told in milliseconds, and never as nothing. */
function seconds(ms: number): string {
  return ms < 100
    ? `${Math.max(0.1, ms).toFixed(ms < 10 ? 1 : 0)} ms`
    : `${(ms / 1000).toFixed(1)} s`
}

function mark(ms: number): string {
  const whole = Math.floor(ms / 1000)
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  return parts.map((part) => String(part).padStart(2, '0')).join(':')
}
